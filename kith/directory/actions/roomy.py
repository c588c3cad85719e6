"""More memory for one long piece of writing: what is written in no order (every index of random names) is otherwise
read back from the disk again and again once a SQLite file has outgrown its cache."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

KILOBYTES, MANY = 100_000, 2_000


@contextmanager
def roomy(entries: int) -> Iterator[None]:
    """For so many entries, where they are many. On PostgreSQL its own settings say how much there is."""
    if connection.vendor != "sqlite" or entries < MANY:
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
