"""The files as they stand at one moment, an upgrade that was ended halfway, and two at once on one file."""

import os
import shutil
import signal
import sqlite3
import subprocess
import time
from contextlib import closing

import pytest
from django.db import connection

from tests.cli.running import ROOT, children_of, command, environment, spare_port, until
from tests.cli.running import kith as run
from tests.faults.served import writing
from tests.upkeep.own_database import Install, nothing_yet

pytestmark = pytest.mark.django_db
of_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="a copy of files is a matter of SQLite")


@of_sqlite
@pytest.mark.fault("F-07")
@pytest.mark.soak
def test_the_files_as_they_stood_at_one_moment_open_and_hold_what_was_kept(kith, tmp_path, told):
    """Everybody stands still while the folder is copied: as a disk would be found after the machine went off, but
    for what only the machine's own memory held."""
    kith.start()
    with writing(kith) as writers:
        assert until(lambda: sum(len(each.kept) for each in writers) > 10)
        everybody = [kith.process.pid, *children_of(kith.process.pid), *kith.workers()]
        for number in everybody:
            os.kill(number, signal.SIGSTOP)
        kept = [words for each in writers for words in list(each.kept)]
        shutil.copytree(kith.install.folder, tmp_path / "found")
        for number in everybody:
            os.kill(number, signal.SIGCONT)
    found = Install(tmp_path / "found")
    begun = found.start("-m", "tests.faults.inside", "what_is_there", str(found.folder))
    assert begun.wait(60) == 0
    with closing(sqlite3.connect(found.folder / "kith.sqlite3")) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        there = {words for (words,) in database.execute("SELECT words FROM messaging_message")}
    assert kept and set(kept) <= there
    told(f"{len(kept)} kept by then, all in the copy, and the copy is sound")


@of_sqlite
@pytest.mark.fault("F-28")
@pytest.mark.soak
def test_a_second_one_on_the_same_file_is_refused_in_a_sentence(kith):
    kith.start()
    second = run(kith.install.folder, "serve", "--port", str(spare_port()))
    assert second.returncode == 1
    assert second.stderr.strip() == f"Another Kith serves from {kith.install.folder} already: end that one first."
    kith.kill()
    kith.start()


@of_sqlite
def test_a_damaged_file_is_not_served(kith):
    file = kith.install.folder / "kith.sqlite3"
    with closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        page_size, pages = (database.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_size", "page_count"))
    with file.open("r+b") as opened:
        opened.seek(page_size * (pages // 2))
        opened.write(bytes(page_size * 4))
    told = run(kith.install.folder, "serve", "--port", str(spare_port()))
    assert told.returncode == 1 and "damaged" in told.stderr


@pytest.mark.fault("F-08")
@pytest.mark.soak
def test_ended_halfway_an_upgrade_is_gone_on_with_and_nothing_serves_meanwhile(tmp_path, told):
    """From nothing to now is the longest way there is. On PostgreSQL each step is one transaction: fewer will do."""
    halfway, moments = 0, (0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0)
    for number, moment in enumerate(moments if connection.vendor == "sqlite" else moments[1:6:2]):
        with nothing_yet(tmp_path / f"from-nothing-{number}") as place:
            halfway += _ended_and_gone_on_with(place, moment)
    assert halfway >= 3
    told(f"ended halfway {halfway} times; refused to serve each time, and the next `kith migrate` finished it")


def _ended_and_gone_on_with(place: Install, moment: float) -> bool:
    """Whether it was ended so many seconds after its first table; not where it had come to its end before."""
    settings = environment(place.folder, **place.more)
    begun = subprocess.Popen(command("migrate"), env=settings, cwd=ROOT, stdout=subprocess.DEVNULL)
    assert until(lambda: _has_begun(place), seconds=60)
    time.sleep(moment)
    begun.kill()
    if begun.wait() == 0:
        return False
    refused = run(place.folder, "serve", "--port", str(spare_port()), **place.more)
    assert refused.returncode == 1 and "kith migrate" in refused.stderr
    assert run(place.folder, "migrate", **place.more).returncode == 0
    assert "not up to date" not in run(place.folder, "check", **place.more).stdout
    return True


def _has_begun(place: Install) -> bool:
    if not place.more:
        return (place.folder / "kith.sqlite3").exists()
    return place.count("pg_tables WHERE schemaname = 'public'") > 0
