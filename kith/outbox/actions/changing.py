"""How every action of the outbox writes: one statement that does nothing when somebody else was first."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Protocol

from django.db import connection

from kith.outbox.models import Letter

KEPT_FOR = timedelta(days=7)
KEPT_IN_TRAY_FOR = timedelta(minutes=15)
BOOT = Path("/proc/sys/kernel/random/boot_id")


class Somebody(Protocol):
    """Whoever acts, as the modules above know them; here only their public name is kept."""

    who: str


def change(letter: Letter, *states: Letter.State, taken_until: datetime | None = None, **changes) -> bool:
    """Changes a letter that is still in one of these states. False: it is not, and nothing was changed."""
    values = [*changes.values(), letter.pk, *states, *([taken_until] if taken_until else [])]
    with connection.cursor() as cursor:
        cursor.execute(_statement(tuple(changes), len(states), taken_until is not None), _prepared(values))
        changed = cursor.rowcount > 0
    for name, value in changes.items() if changed else ():
        setattr(letter, name, value)
    return changed


def _prepared(values: list[object]) -> list[object]:
    """As the database takes them."""
    moment = connection.ops.adapt_datetimefield_value
    plain = (value.value if isinstance(value, Enum) else value for value in values)
    return [moment(value) if isinstance(value, datetime) else value for value in plain]


@cache
def _statement(names: tuple[str, ...], states: int, is_taken: bool) -> str:
    """Written once for each shape: letters leave by the thousand, and to write it took longer than to do it."""
    quoted = connection.ops.quote_name
    sets = ", ".join(f"{quoted(name)} = %s" for name in names)
    taken = f" AND {quoted('next_try_at')} = %s" if is_taken else ""
    in_states = ", ".join(["%s"] * states)
    where = f"{quoted('id')} = %s AND {quoted('state')} IN ({in_states}){taken}"
    return f"UPDATE {quoted(Letter._meta.db_table)} SET {sets} WHERE {where}"  # noqa: S608 - names are our own


def kept(letter: Letter, now: datetime) -> dict[str, object]:
    """Keeps the words for as long as somebody may ask about them, or not at all."""
    return {"body": ""} if letter.wipe_after_sending else {"wipe_at": now + KEPT_FOR}


def kept_in_tray(letter: Letter, now: datetime) -> dict[str, object]:
    """In the demo words stay in the tray; a code stays for as long as somebody needs to type it."""
    return {"wipe_at": now + KEPT_IN_TRAY_FOR if letter.wipe_after_sending else None}


@cache
def this_boot() -> str:
    """Changes whenever this machine starts anew; "" where that cannot be told."""
    return BOOT.read_text().strip() if BOOT.exists() else ""


def can_be_quick() -> bool:
    """Whether a commit may be left to the disk's own time: on SQLite, where a start of the machine can be told."""
    return connection.vendor == "sqlite" and bool(this_boot()) and not connection.in_atomic_block


@contextmanager
def quick() -> Iterator[None]:
    """Commits in here survive the end of this process at any point, and only the loss of power may undo the last.

    Emails are sent like this, a batch at a time: the batch itself was taken in a commit that waited for the disk,
    so after a loss of power its letters are known as perhaps sent.
    """
    if not can_be_quick():
        yield
        return
    _tell_sqlite("synchronous=NORMAL", "wal_autocheckpoint=8000")
    try:
        yield
    finally:
        _tell_sqlite("synchronous=FULL", "wal_autocheckpoint=1000")


def _tell_sqlite(*pragmas: str) -> None:
    with connection.cursor() as cursor:
        for pragma in pragmas:
            cursor.execute(f"PRAGMA {pragma}")
