"""A copy is really brought back, by the very command that an administrator would use, into a place of its own.

It has a folder beside the data, and on PostgreSQL a database beside the real one. Both go again, whatever came of it.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.conf import settings
from django.db import connection

from . import keys
from .troubles import NotKept

PREFIX = ".drill-"
LONGEST = 4 * 3600
LOOK = "Please look"  # as `kith restore` begins a line of what was not right in the copy
LOCKS_ONLY = "This machine’s key locks copies and does not open them, so none can be tried here."


def bring_back(copy: Path) -> str:
    """Raises `NotKept` with what the command said, where it could not."""
    key = keys.key_file(settings.BACKUP_KEY, is_demo=settings.KITH_DEMO)
    if not keys.can_open(key):
        raise NotKept(LOCKS_ONLY)
    began = time.monotonic()
    with _place() as folder, _database(folder.name) as address:
        _restore(copy, folder, address | {"KITH_BACKUP_KEY": str(key)})
    return f"It was {copy.name}, and it is whole. It took {_minutes(time.monotonic() - began)}."


def _restore(copy: Path, folder: Path, more: dict[str, str]) -> None:
    words = [sys.executable, "-m", "kith", "restore", str(copy), "--data", str(folder / "data")]
    told = (
        os.environ | {"KITH_FIELD_KEYS": settings.KITH_FIELD_KEYS, "KITH_OUTSIDE_DIR": str(folder / "outside")} | more
    )
    if "KITH_DATABASE_URL" not in more:
        told.pop("KITH_DATABASE_URL", None)
    done = subprocess.run(words, env=told, capture_output=True, text=True, timeout=LONGEST, check=False)  # noqa: S603 - our own words
    if done.returncode:
        raise NotKept(f"{copy.name} could not be brought back: {done.stderr.strip() or 'it was ended'}")
    if wrong := [line for line in done.stdout.splitlines() if line.startswith(LOOK)]:
        raise NotKept(f"{copy.name} was brought back. {' '.join(wrong)}")


@contextmanager
def _place() -> Iterator[Path]:
    """A folder of its own. One that was left behind by a process that was ended goes first."""
    for left in settings.DATA_DIR.glob(f"{PREFIX}*"):
        shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=PREFIX, dir=settings.DATA_DIR) as made:
        if settings.OUTSIDE_DIR.is_dir():  # what was erased since is erased in the drill as well
            shutil.copytree(settings.OUTSIDE_DIR, Path(made) / "outside")
        yield Path(made)


@contextmanager
def _database(name: str) -> Iterator[dict[str, str]]:
    """On PostgreSQL an empty one on the same server, gone afterwards. SQLite brings its own."""
    if connection.vendor == "sqlite":
        yield {}
        return
    import psycopg

    name = f"kith_drill_{''.join(filter(str.isalnum, name)).lower()}"
    with psycopg.connect(**connection.get_connection_params() | {"cursor_factory": None}, autocommit=True) as office:
        _drop_those_left(office)
        try:
            office.execute(f'CREATE DATABASE "{name}"')
        except psycopg.Error:
            raise NotKept("A copy is tried in a database of its own: this user may not make one (CREATEDB).") from None
        try:
            yield {"KITH_DATABASE_URL": _address(name)}
        finally:
            office.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def _drop_those_left(office) -> None:
    """By a drill that was ended in the middle."""
    import psycopg

    for (name,) in office.execute("SELECT datname FROM pg_database WHERE datname LIKE 'kith_drill_%'").fetchall():
        with suppress(psycopg.Error):
            office.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def _address(name: str) -> str:
    """The address of this database on the server that Kith uses."""
    from urllib.parse import urlsplit

    return urlsplit(os.environ["KITH_DATABASE_URL"])._replace(path=f"/{name}").geturl()


def _minutes(seconds: float) -> str:
    return "less than a minute" if seconds < 60 else f"{round(seconds / 60)} min"
