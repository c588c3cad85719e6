"""What `kith check` says of PostgreSQL: itself, the pooler that pages go through, and the replica beside it."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection, connections

from kith.access import replica
from kith.cli.finding import Finding

OLDEST, LONGEST = 15, 60_000  # milliseconds that a page may wait for anything
# Which server, since when, and which database of it.
WHICH = """SELECT pg_postmaster_start_time(), oid FROM pg_database WHERE datname = current_database()"""
HELD = "SELECT name, setting::bigint FROM pg_settings WHERE name = ANY(%s)"


def about_postgresql() -> Iterator[Finding]:
    """Everything of it. Raises `DatabaseError` where it does not answer."""
    name, number = _ask(connection, "SELECT current_setting('server_version'), current_setting('server_version_num')")
    if int(number) < OLDEST * 10_000:
        yield Finding(f"PostgreSQL {name} is too old for Kith: {OLDEST} or later.", unsafe=True)
    else:
        yield Finding(f"The database is PostgreSQL {name}.")
    yield from _about_what_is_between()
    yield from _about_the_pooler()
    yield from _about_the_replica()


def _about_what_is_between() -> Iterator[Finding]:
    """A pooler tells whoever comes a number of its own making."""
    connection.ensure_connection()
    if connection.connection.info.backend_pid != _ask(connection, "SELECT pg_backend_pid()")[0]:
        words = (
            "A pooler stands between: KITH_DATABASE_URL has to lead straight to PostgreSQL, for copies, the clock and "
            "questions that it prepares."
        )
        yield Finding(f"{words} Pages may go through it: KITH_DATABASE_POOLER.", unsafe=True)


def _about_the_pooler() -> Iterator[Finding]:
    if not settings.DATABASE_POOLER:
        return
    through = connection.copy()
    through.settings_dict.update(settings.DATABASE_POOLER)
    try:
        yield from _through(through)
    except DatabaseError as error:
        yield Finding(f"The pooler did not answer: {' '.join(str(error).split())}.", unsafe=True)
    finally:
        through.close()


def _through(through: Any) -> Iterator[Finding]:
    if _ask(through, WHICH) != _ask(connection, WHICH):
        yield Finding("KITH_DATABASE_POOLER leads to another database than KITH_DATABASE_URL.", unsafe=True)
    if settings.DATABASE_POOLER["OPTIONS"].get("prepare_threshold") is not None:
        yield Finding("Statements are not kept from one to the next: take prepare_threshold away.", unsafe=True)
    limits = settings.DATABASE_LIMITS
    with through.cursor() as cursor:
        cursor.execute(HELD, [list(limits)])
        held = dict(cursor.fetchall())
    if without := [name for name in limits if not 0 < held[name] <= LONGEST]:
        wanted = "; ".join(f"SET {name} = {limits[name]}" for name in without)
        words = f"The pooler lets pages wait for ever: put this into its connect_query: {wanted}."
        yield Finding(words, unsafe=True)
    else:
        yield Finding("Pages go through a pooler that holds their time limits.")


def _about_the_replica() -> Iterator[Finding]:
    """Kith does without: it is said, and keeps nobody from serving."""
    if replica.REPLICA in connections.settings:
        yield Finding(replica.what_is_wrong() or "Public feeds and totals are read from the replica.")


def _ask(asked: Any, question: str) -> tuple:
    with asked.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchone()
