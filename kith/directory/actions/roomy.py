"""Room for one long piece of writing. What is written in no order (every index of random names) is otherwise read back
from the disk again and again once a SQLite file has outgrown its cache; and Python looks through all that it holds for
what nobody needs any more, each time some hundred things are new."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

KILOBYTES, MANY = 100_000, 2_000
USUALLY = gc.get_threshold()  # as this program began: two long pieces of writing may overlap
NEW_THINGS = 20_000  # some MB: what nobody needs any more is looked for when so many more are there


@contextmanager
def roomy(entries: int) -> Iterator[None]:
    """For so many entries, where they are many."""
    if entries < MANY:
        yield
        return
    with _seldom_tidied(), _larger_cache():
        yield


@contextmanager
def _seldom_tidied() -> Iterator[None]:
    gc.set_threshold(NEW_THINGS, *USUALLY[1:])
    try:
        yield
    finally:
        gc.set_threshold(*USUALLY)


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
