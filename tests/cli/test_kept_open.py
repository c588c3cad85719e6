"""Whoever answers keeps the database open between requests, never over a fork, and never one that was replaced."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.cli.installs import empty_install
from tests.cli.running import PATIENCE, ROOT, children_of, command, environment, health, spare_port, until

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at processes in /proc")
FILE = "kith.sqlite3"


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A folder, the port at which it answers, and the process that runs the ones that answer."""
    folder, port = empty_install(tmp_path_factory, tmp_path_factory.mktemp("open")), spare_port()
    words = command("serve", "--port", str(port), "--workers", "1")
    server = subprocess.Popen(words, env=environment(folder), cwd=ROOT, stdout=subprocess.DEVNULL)
    try:
        assert until(lambda: health(port) == "ok")
        master = next(number for number, words in children_of(server.pid).items() if "gunicorn" in words)
        yield folder, port, master
    finally:
        server.terminate()
        server.wait(PATIENCE)


def opened_by(process: int) -> list[str]:
    """Which files of the database it has open now."""
    found = set()
    for each in Path(f"/proc/{process}/fd").iterdir():
        with suppress(FileNotFoundError):  # it was closed while we looked
            found.add(Path(os.readlink(each)).name)
    return sorted(name for name in found if FILE in name)


def copy_of(folder: Path, name: str) -> sqlite3.Connection:
    copy = sqlite3.connect(folder / name)
    with closing(sqlite3.connect(folder / FILE)) as original:
        original.backup(copy)
    return copy


def test_it_stays_open_in_the_process_that_answers_and_not_in_the_one_above(served):
    folder, port, master = served
    assert health(port) == "ok"
    (worker,) = children_of(master)
    assert FILE in opened_by(worker)
    assert opened_by(master) == []


def test_a_file_that_is_put_in_its_place_is_what_is_read_from_then_on(served):
    folder, port, _ = served
    with closing(copy_of(folder, "kept")), closing(sqlite3.connect(folder / FILE)) as before:
        before.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # what is written beside it goes by its name
    with closing(copy_of(folder, "without")) as other:
        other.execute("ALTER TABLE django_migrations RENAME TO migrations_gone")
    (folder / "without").rename(folder / FILE)
    assert health(port) != "ok"
    (folder / "kept").rename(folder / FILE)
    assert health(port) == "ok"


def test_what_is_laid_out_anew_while_it_is_open_is_seen_at_once(served):
    folder, port, _ = served
    assert health(port) == "ok"
    with closing(sqlite3.connect(folder / FILE, timeout=30)) as beside:
        beside.execute("ALTER TABLE django_migrations RENAME TO migrations_gone")
        beside.commit()
        assert health(port) != "ok"
        beside.execute("ALTER TABLE migrations_gone RENAME TO django_migrations")
        beside.commit()
    assert health(port) == "ok"
