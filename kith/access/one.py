"""The one row that a unique value finds."""

from typing import TypeVar

from django.db.models import Model, QuerySet

T = TypeVar("T", bound=Model)


def the_one(found: QuerySet[T]) -> T | None:
    """The only row there can be, or None. `first()` asks for an order as well, which takes as long as all the rest."""
    return next(iter(found), None)
