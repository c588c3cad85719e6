"""Reading from a replica, where there is one: what is open to everybody, and totals. Everything else is read where it
is written: who may see what, and what somebody wrote a moment ago.

A replica that does not answer, or has fallen behind, is left alone for a while, and the primary answers instead.
"""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, DatabaseError, InterfaceError, OperationalError, connections

T = TypeVar("T")
log = logging.getLogger("kith.replica")
REPLICA = "replica"
FAR_BEHIND = 30.0  # seconds
LOOKED_AT_EVERY, LEFT_ALONE_FOR = 2.0, 30.0
WHERE = "SELECT pg_current_wal_lsn()::text"
STANDS = """
    SELECT pg_is_in_recovery(), pg_last_wal_replay_lsn() >= %s::pg_lsn,
           EXTRACT(epoch FROM now() - pg_last_xact_replay_timestamp())::float
"""
A_DAY = 86_400.0  # of one that has never followed

_reads_from: ContextVar[str] = ContextVar("reads_from", default=DEFAULT_DB_ALIAS)


def from_replica(ask: Callable[[], T]) -> T:
    """What `ask` gives, read from the replica where it can be; else, or if that breaks off, from the primary."""
    if REPLICA not in connections.settings or not standing.is_well():
        return ask()
    try:
        with _reading(REPLICA):
            return ask()
    except (OperationalError, InterfaceError) as problem:
        standing.broke_off(problem)
        return ask()


def reads_from() -> str:
    """For questions in the database's own language: which database they are asked."""
    return _reads_from.get()


@contextmanager
def _reading(alias: str) -> Iterator[None]:
    token = _reads_from.set(alias)
    try:
        yield
    finally:
        _reads_from.reset(token)


class Router:
    """For Django. Nothing is written but to the primary, whatever a row was read from."""

    def db_for_read(self, model: type, **hints: Any) -> str:
        return reads_from()

    def db_for_write(self, model: type, **hints: Any) -> str:
        return DEFAULT_DB_ALIAS

    def allow_relation(self, one: object, other: object, **hints: Any) -> bool:
        return True  # it is one database

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db == DEFAULT_DB_ALIAS


class Standing:
    """How the replica stands, as this process last looked."""

    def __init__(self) -> None:
        self.again_at, self.last_words = 0.0, ""

    def is_well(self) -> bool:
        """Looks every other second; one that was not well is looked at again after half a minute."""
        if time.monotonic() >= self.again_at:
            self._is_now(what_is_wrong())
        return not self.last_words

    def broke_off(self, problem: Exception) -> None:
        self._is_now(f"The replica broke off ({type(problem).__name__}).")

    def _is_now(self, words: str) -> None:
        self.again_at = time.monotonic() + (LEFT_ALONE_FOR if words else LOOKED_AT_EVERY)
        if words and not self.last_words:
            log.warning("%s What it is for is read from the primary.", words)
        elif self.last_words and not words:
            log.info("The replica answers, and is read again.")
        self.last_words = words


standing = Standing()


def what_is_wrong() -> str:
    """A sentence, or ""."""
    try:
        behind = _seconds_behind()
    except (DatabaseError, InterfaceError) as problem:
        return f"The replica did not answer ({type(problem).__name__})."
    if behind is None:
        return "The replica is no replica: it takes writing itself."
    return f"The replica is {behind:.0f} seconds behind." if behind > FAR_BEHIND else ""


def _seconds_behind() -> float | None:
    """Of a moment ago on the primary. Where that does not answer, what the replica has is all there is."""
    try:
        (here,) = _ask(DEFAULT_DB_ALIAS, WHERE)
    except (DatabaseError, InterfaceError):
        here = "0/0"
    follows, has_all, since = _ask(REPLICA, STANDS, here)
    if not follows:
        return None
    return 0.0 if has_all else (A_DAY if since is None else since)


def _ask(alias: str, question: str, *values: str) -> Any:
    with connections[alias].cursor() as cursor:
        cursor.execute(question, values or None)
        return cursor.fetchone()
