"""One `kith serve` for one SQLite file. Two side by side, perhaps of two versions while one is brought up to date, have
lost what was written to a write-ahead log elsewhere; PostgreSQL is made for several."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kith.cli.sentences import NotDone

LOCK = "serving.lock"


@contextmanager
def alone_with_the_database() -> Iterator[None]:
    """While this is held nobody else serves from this SQLite file; on PostgreSQL several may."""
    from django.db import connection

    if connection.vendor != "sqlite":
        yield
        return
    with _alone_with(Path(str(connection.settings_dict["NAME"])).parent):
        yield


@contextmanager
def _alone_with(folder: Path) -> Iterator[None]:
    """The lock goes with the process, however it ends."""
    with (folder / LOCK).open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise NotDone(f"Another Kith serves from {folder} already: end that one first.") from None
        yield
