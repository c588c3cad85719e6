"""A cast is made once a file: each test has a copy of it, and what a test does to it is gone with the test.

A test that commits gathers a cast of its own, and so does a file in which other tests count what there is.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from django.db import connection, transaction

T = TypeVar("T")


@contextmanager
def once_a_file(blocker, make: Callable[[], T]) -> Iterator[T]:
    """Written in a transaction around those of the tests; only making it and taking it back are let at the database."""
    around = transaction.atomic()
    with blocker.unblock():
        assert not connection.in_atomic_block, "Ask for the cast by name: it is made before a test begins."
        around.__enter__()
        made = _or_nothing(around, make)
    yield made
    with blocker.unblock():
        transaction.set_rollback(True)
        around.__exit__(None, None, None)


def _or_nothing(around: transaction.Atomic, make: Callable[[], T]) -> T:
    """Should it stumble, nothing of it is left to the tests that follow."""
    try:
        return make()
    except BaseException as problem:
        around.__exit__(type(problem), problem, problem.__traceback__)
        raise
