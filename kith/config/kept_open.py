"""A process that answers keeps its database open between requests: opening a SQLite file means reading the whole of
its layout, which takes longer than most open pages do.

Nothing open may be carried over a fork, and a file that was put in another's place (a copy that is brought back) is
noticed before the next request. PostgreSQL has its own setting, which an operator may choose.
"""

import os

AGE = 60  # seconds; nothing that went wrong with one stays for longer

_as_it_was: list[tuple] = []  # how the file was when this process last looked at it


def let_go() -> None:
    """Before a fork: a SQLite file that two processes share by one opening is not safe, even to close."""
    from django.db import connections

    connections.close_all()


def keep_open() -> None:
    """In the process that will answer."""
    from django.db import connections

    if _file():
        connections.settings["default"]["CONN_MAX_AGE"] = AGE


def let_go_of_what_was_replaced() -> None:
    """Before a request: closes a SQLite file that has another in its place, or was written over from outside. When the
    log was written back into the file it looks the same, and then it is opened once more for nothing."""
    if not (file := _file()):
        return
    as_it_is = _how_it_is(file)
    if _as_it_was and _as_it_was != [as_it_is]:
        let_go()
    _as_it_was[:] = [as_it_is]


def _file() -> str:
    from django.db import connections

    chosen = connections.settings["default"]
    return str(chosen["NAME"]) if chosen["ENGINE"].endswith("sqlite3") else ""


def _how_it_is(file: str) -> tuple:
    try:
        found = os.stat(file)
    except OSError:
        return ()
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns
