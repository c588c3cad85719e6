"""Room for one long piece of writing. What is written in no order (every index of random names) is otherwise read back
from the disk again and again once a SQLite file has outgrown its cache."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from kith.access.tidying import seldom_tidied

KILOBYTES, MANY = 100_000, 2_000


@contextmanager
def roomy(entries: int) -> Iterator[None]:
    """For so many entries, where they are many."""
    if entries < MANY:
        yield
        return
    with seldom_tidied(), _larger_cache():
        yield


@contextmanager
def _larger_cache() -> Iterator[None]:
    """On PostgreSQL its own settings say how much there is."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        usual = cursor.execute("PRAGMA cache_size").fetchone()[0]
        cursor.execute(f"PRAGMA cache_size = -{KILOBYTES}")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA cache_size = {usual}")
