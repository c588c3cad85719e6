"""Private words are put under a newer key: killed at any line nothing is lost, and in the end the old key may go."""

import signal

import pytest
from cryptography.fernet import Fernet
from django.apps import apps
from django.db.models import BinaryField

from kith.access.actor import Actor
from kith.access.encryption import decrypt, seal, unseal
from kith.access.permit import NotPermitted
from kith.conversations.models import BroughtIn
from kith.messaging.models import Arrival
from kith.upkeep.actions import field_keys
from kith.upkeep.keeping import sealed
from tests.cli.running import until
from tests.goals.cast import gather
from tests.upkeep.own_database import installed

pytestmark = pytest.mark.django_db
OLD, NEW = (f"{name}:{Fernet.generate_key().decode()}" for name in ("kold", "knew"))
MANY = 600
WRITTEN = f"""
import django; django.setup()
from kith.access import clock
from kith.conversations.models import BroughtIn
from tests.goals.cast import gather
cast = gather()
row = {{"individual": cast.individual, "author": cast.worker, "brought_at": clock.now()}}
BroughtIn.objects.bulk_create([BroughtIn(words=f"Private words {{number}}.", **row) for number in range({MANY})])
"""
RENEWED = """
import django; django.setup()
from kith.access.actor import Actor
from kith.upkeep.actions import field_keys
field_keys.renew(by=Actor.command_line())
"""
# It stands still before the last of them: however late it is killed, something is left to do.
RENEWED_BUT_FOR_SOME = RENEWED.replace(
    "field_keys.renew",
    f"""
import itertools, time
decrypt, opened = field_keys.decrypt, itertools.count()
field_keys.decrypt = lambda stored: (next(opened) > {MANY - 100} and time.sleep(600)) or decrypt(stored)
field_keys.renew""",
)
READ = f"""
import django; django.setup()
from kith.conversations.models import BroughtIn
words = {{each.words for each in BroughtIn.objects.all()}}
assert words == {{f"Private words {{number}}." for number in range({MANY})}}
"""


@pytest.fixture
def rotated(db, settings, tmp_path):
    """Words, something that came in, and a picture: all under the old key, with a newer one before it."""
    settings.KITH_FIELD_KEYS, settings.DATA_DIR, cast = OLD, tmp_path, gather()
    row = {"individual": cast.individual, "author": cast.worker, "brought_at": "2026-11-02T10:00Z"}
    BroughtIn.objects.create(words="I rushed it.", **row)
    Arrival.objects.create(
        way="email", raw=seal(b"From: a place"), came_at=row["brought_at"], next_try_at=row["brought_at"]
    )
    (tmp_path / "messages").mkdir()
    (tmp_path / "messages" / "abcdefgh").write_bytes(seal(b"dots"))
    settings.KITH_FIELD_KEYS = f"{NEW},{OLD}"
    return tmp_path


def test_everything_private_comes_under_the_newest_key_and_the_old_one_may_go(rotated, settings):
    assert sealed.under() == {"kold": 3}
    assert field_keys.renew(by=Actor.command_line())[field_keys.DONE] == 3
    settings.KITH_FIELD_KEYS = NEW
    assert sealed.under() == {"knew": 3} and not sealed.closed()
    assert BroughtIn.objects.get().words == "I rushed it."
    assert unseal(Arrival.objects.get().raw) == b"From: a place"
    assert unseal((rotated / "messages" / "abcdefgh").read_bytes()) == b"dots"
    assert not field_keys.renew(by=Actor.command_line())


def test_what_no_key_opens_stays_as_it_is_and_stops_nothing_else(rotated, settings):
    settings.KITH_FIELD_KEYS = NEW
    before = (rotated / "messages" / "abcdefgh").read_bytes()
    counts = field_keys.renew(by=Actor.command_line())
    assert (counts[field_keys.CLOSED], counts[field_keys.DONE]) == (3, 0)
    assert (rotated / "messages" / "abcdefgh").read_bytes() == before and sealed.closed() == {"kold": 3}


def test_nobody_signed_in_does_it(rotated):
    with pytest.raises(NotPermitted):
        field_keys.renew(by=Actor.nobody())


def test_words_that_somebody_writes_meanwhile_are_left_to_them(rotated, monkeypatch):
    def while_they_write(stored: str) -> str:
        BroughtIn.objects.update(words="I took my time.")
        return decrypt(stored)

    monkeypatch.setattr(field_keys, "decrypt", while_they_write)
    field_keys.renew(by=Actor.command_line())
    assert BroughtIn.objects.get().words == "I took my time."


def test_every_field_of_bytes_is_known_to_be_sealed_or_open():
    """A new one that is sealed has to be found when keys change."""
    fields = {
        (each.model, each.name)
        for model in apps.get_models()
        for each in model._meta.local_fields
        if isinstance(each, BinaryField) and model.__module__.startswith("kith.")
    }
    assert {(model, name) for model, name in fields if model._meta.app_label != "directory"} == set(sealed.SEALED)


def test_killed_in_the_middle_it_is_gone_on_with(tmp_path_factory, django_db_setup, django_db_blocker):
    """Each thing is under the one key or the other; after the second run the new key alone opens all of it."""
    folder = tmp_path_factory.mktemp("rotated") / "rotated"
    with django_db_blocker.unblock(), installed(tmp_path_factory, folder) as here:
        folder.mkdir(exist_ok=True)
        keep(folder, OLD)
        assert here.start("-c", WRITTEN).wait(60) == 0
        keep(folder, f"{NEW},{OLD}")
        begun = here.start("-c", RENEWED_BUT_FOR_SOME)
        assert until(lambda: under(here, "knew") > 20)
        begun.send_signal(signal.SIGKILL)
        begun.wait(10)
        assert under(here, "knew") + under(here, "kold") == MANY and under(here, "kold") > 0
        assert here.start("-c", RENEWED).wait(60) == 0
        keep(folder, NEW)
        assert here.start("-c", READ).wait(60) == 0


def keep(folder, keys: str) -> None:
    (folder / "field-keys").write_text(keys)


def under(here, name: str) -> int:
    return here.count(f"conversations_broughtin WHERE words LIKE '{name}$%'")
