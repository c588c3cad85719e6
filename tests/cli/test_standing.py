"""`kith check` says in words how safely records are held; a demo or a trial on one's own machine is let be."""

import shutil
from collections import namedtuple
from datetime import timedelta

import pytest
from cryptography.fernet import Fernet

from kith.access import clock
from kith.access.actor import Actor
from kith.cli import findings, mounts, standing, unfinished
from kith.conversations.models import BroughtIn
from kith.diary import actions as diary
from kith.people import actions as people
from kith.people.actors import actor_for
from kith.upkeep.keeping import keys
from tests.goals.cast import gather

MOUNTS = """/dev/vda1 / ext4 rw 0 0
council:/share /srv/kith\\040data nfs4 rw 0 0
/dev/vdb /srv/kith\\040data/local xfs rw 0 0
//office/files /srv/office cifs rw 0 0
"""


class Elsewhere:
    """A database on another machine."""

    vendor, settings_dict = "postgresql", {"HOST": "db.example", "OPTIONS": {}}


def said(*, unsafe: bool = True) -> str:
    return " ".join(each.words for each in standing.standing() if each.unsafe or not unsafe)


@pytest.fixture
def production(db, settings, tmp_path, monkeypatch):
    """An install that lacks nothing."""
    settings.DATA_DIR, settings.OUTSIDE_DIR = tmp_path / "data", tmp_path / "outside"
    settings.DATA_DIR.mkdir(mode=0o700)
    settings.PUBLIC_URL, settings.MAIL_URL = "https://kith.example", "smtps://kith@mail.example"
    settings.IS_HTTPS, settings.ALLAUTH_TRUSTED_PROXY_COUNT = True, 1
    settings.SECURITY_CONTACT = settings.INTRODUCTION_SENDER = settings.MAIL_SENDER = "kith@our-own.org"
    monkeypatch.setattr(unfinished.os, "geteuid", lambda: 1000)
    settings.BACKUP_DIR, settings.BACKUP_KEY = str(tmp_path / "copies"), str(tmp_path / "key")
    keys.make(tmp_path / "key")
    return settings


def test_one_that_lacks_nothing_is_safe_and_a_trial_may_lack_everything(production):
    assert said() == ""
    production.PUBLIC_URL, production.BACKUP_DIR, production.BACKUP_KEY = "http://127.0.0.1:8000", "", ""
    production.MAIL_URL = ""
    assert said() == "" and "No copies are made by themselves" in said(unsafe=False)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("BACKUP_DIR", "", "No copies are made by themselves"),
        ("BACKUP_KEY", "", "KITH_BACKUP_KEY names no key file"),
        ("LEAVE_TO", "javascript:0", "KITH_LEAVE_TO is no address that a browser opens"),
        ("BACKUP_KEY", "/nowhere/key", "cannot be read"),
        ("ALLAUTH_TRUSTED_PROXY_COUNT", 0, "KITH_PROXIES is 0"),
        ("MAIL_URL", "", "Nobody can sign in by email"),
        ("MAIL_URL", "smtp://mail.example", "Letters go to mail.example unlocked"),
        ("SECURITY_CONTACT", "security@kith.example", "told to security@kith.example, which is nobody"),
        ("INTRODUCTION_SENDER", "hello@goodcompany.example", "KITH_INTRODUCTION_SENDER names your own"),
        ("METRICS_TOKEN", "guess me", "short enough to be guessed"),
    ],
)
def test_what_a_production_lacks_is_named(production, name, value, words):
    setattr(production, name, value)
    assert words in said()
    production.KITH_DEMO = True
    assert said() == ""


def test_an_account_that_may_do_everything_and_a_wire_that_others_may_read_are_unsafe(production, monkeypatch):
    monkeypatch.setattr(unfinished.os, "geteuid", lambda: 0)
    monkeypatch.setattr(unfinished, "connection", Elsewhere())
    assert "Kith runs as root" in said() and "to the database on db.example unlocked" in said()
    Elsewhere.settings_dict["OPTIONS"] = {"sslmode": "verify-full"}
    assert "unlocked" not in said()


def test_a_key_beside_the_copies_or_open_to_others_and_an_open_folder_are_unsafe(production, tmp_path):
    (tmp_path / "key").chmod(0o644)
    production.DATA_DIR.chmod(0o755)
    assert "Others on this machine can read the key" in said() and "chmod 700" in said()
    (tmp_path / "copies").mkdir()
    production.BACKUP_KEY = str((tmp_path / "key").rename(tmp_path / "copies" / "key"))
    assert "lies beside them" in said()


def test_numbers_for_help_that_nobody_looked_over_for_a_year_are_unsafe(production):
    with clock.at(clock.now() + timedelta(days=800)):
        assert "“Help now”" in said()


def test_a_full_disk_is_told_of_before_it_is_full(production, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: namedtuple("usage", "free")(20_000_000))
    assert "There are 20 MB left" in said()
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: namedtuple("usage", "free")(500_000_000))
    assert said() == "" and "There are 500 MB left" in said(unsafe=False)


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/srv/kith data", "nfs4"),
        ("/srv/kith data/deeper", "nfs4"),
        ("/srv/kith data/local", ""),
        ("/srv/office/kith", "cifs"),
        ("/srv/other", ""),
    ],
)
def test_a_network_drive_is_known_by_where_it_is_mounted(tmp_path, folder, kind):
    table = tmp_path / "mounts"
    table.write_text(MOUNTS)
    assert mounts.network_drive(mounts.Path(folder), table) == kind
    assert mounts.network_drive(mounts.Path(folder), tmp_path / "nothing") == ""


def test_a_kith_whose_private_words_are_under_other_keys_is_not_served(db, settings):
    cast = gather()
    BroughtIn.objects.create(
        individual=cast.individual, author=cast.worker, words="Mine.", brought_at="2026-11-02T10:00Z"
    )
    assert not any("Private words" in each.words for each in findings.findings())
    settings.KITH_FIELD_KEYS = f"kother:{Fernet.generate_key().decode()}"
    assert [each.words for each in findings.findings() if each.unsafe and "Private words" in each.words]


def test_diaries_are_off_until_somebody_answers_for_them_and_it_says_who(production):
    assert "Diaries are off." in said(unsafe=False)
    lead = people.add_account(email="ines@kith.example", name="Ines", is_rights_lead=True, by=Actor.command_line())
    diary.switch_on(safety_lead="Dr Rowe", by=actor_for(lead, clock.now()))
    assert "agreed by Dr Rowe" in said(unsafe=False) and said() == ""
