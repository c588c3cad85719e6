"""How every action of the outbox writes: one statement that does nothing when somebody else was first."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Protocol

from django.db import connection

from kith.outbox.models import Letter

KEPT_FOR = timedelta(days=7)
KEPT_IN_TRAY_FOR = timedelta(minutes=15)
WIPED = {"body": "", "made_of": ""}
BOOT = Path("/proc/sys/kernel/random/boot_id")


class Somebody(Protocol):
    """Whoever acts, as the modules above know them; here only their public name is kept."""

    who: str


@dataclass(frozen=True)
class Change:
    """What becomes of a letter that is still in one of these states, and, if that is told, still taken until then."""

    letter: Letter
    states: tuple[Letter.State, ...]
    values: dict[str, object]
    taken_until: datetime | None = None

    @property
    def shape(self) -> tuple[tuple[str, ...], int, bool]:
        return tuple(self.values), len(self.states), self.taken_until is not None

    @property
    def asks(self) -> list[object]:
        """What has to be so for it to be written."""
        return [self.letter.pk, *self.states, *([self.taken_until] if self.taken_until else [])]

    def is_written(self) -> None:
        """The letter in hand is as its row is now."""
        for name, value in self.values.items():
            setattr(self.letter, name, value)


def change(letter: Letter, *states: Letter.State, taken_until: datetime | None = None, **values) -> bool:
    """Changes a letter that is still in one of these states. False: it is not, and nothing was changed."""
    one = Change(letter, states, values, taken_until)
    if not _run(_statement(one.shape), [*values.values(), *one.asks]):
        return False
    one.is_written()
    return True


def change_both(first: Change, second: Change) -> bool:
    """Both in one statement, each if its letter is still as it was. Gives whether the second was written."""
    values = []
    for name in _names(first.shape, second.shape):
        for each in (first, second):
            values += [each.letter.pk, each.values[name]] if name in each.values else []
    written = _run(_statement_for_both(first.shape, second.shape), [*values, *first.asks, *second.asks])
    if written == 2:
        second.is_written()
        return True
    return written == 1 and _has(second)


def _has(changed: Change) -> bool:
    """Whether this is the one that was written, where only one was."""
    if not Letter.objects.filter(pk=changed.letter.pk, **changed.values).exists():
        return False
    changed.is_written()
    return True


def _run(statement: str, values: list[object]) -> int:
    """As the database takes them. Gives how many rows it changed."""
    moment = connection.ops.adapt_datetimefield_value
    plain = [value.value if isinstance(value, Enum) else value for value in values]
    with connection.cursor() as cursor:
        cursor.execute(statement, [moment(each) if isinstance(each, datetime) else each for each in plain])
        return cursor.rowcount


# Statements are written once for each shape: letters leave by the thousand, and to write one took longer than to do it.
Shape = tuple[tuple[str, ...], int, bool]


@cache
def _statement(shape: Shape) -> str:
    sets = ", ".join(f"{_quoted(name)} = %s" for name in shape[0])
    return f"UPDATE {_quoted(Letter._meta.db_table)} SET {sets} WHERE {_still(shape)}"  # noqa: S608 - our own names


@cache
def _statement_for_both(first: Shape, second: Shape) -> str:
    quoted_id = _quoted("id")
    sets = []
    for name in _names(first, second):
        whens = " ".join("WHEN %s THEN %s" for names, *_ in (first, second) if name in names)
        sets.append(f"{_quoted(name)} = CASE {quoted_id} {whens} ELSE {_quoted(name)} END")
    table, still = _quoted(Letter._meta.db_table), f"({_still(first)}) OR ({_still(second)})"
    return f"UPDATE {table} SET {', '.join(sets)} WHERE {still}"  # noqa: S608 - our own names


@cache
def _names(first: Shape, second: Shape) -> tuple[str, ...]:
    return tuple(dict.fromkeys(first[0] + second[0]))


def _still(shape: Shape) -> str:
    _, states, is_taken = shape
    taken = f" AND {_quoted('next_try_at')} = %s" if is_taken else ""
    return f"{_quoted('id')} = %s AND {_quoted('state')} IN ({', '.join(['%s'] * states)}){taken}"


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)


def kept(letter: Letter, now: datetime) -> dict[str, object]:
    """Keeps the words for as long as somebody may ask about them, or not at all."""
    return dict(WIPED) if letter.wipe_after_sending else {"wipe_at": now + KEPT_FOR}


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
