"""The one row that a unique value finds."""

from collections.abc import Iterable
from typing import TypeVar

from django.db.models import Model

T = TypeVar("T", bound=Model)


def the_one(found: Iterable[T]) -> T | None:
    """The only row there can be, or None. `first()` asks for an order as well, which takes as long as all the rest."""
    return next(iter(found), None)
