"""Copies that left, on the page of everything that somebody may see: nobody can stop them any more."""

from collections.abc import Iterable

from kith.people.models import Individual
from kith.people.openings import LEFT, Opening

from .queries.complaints import copies_that_left


def copies(individual: Individual) -> Iterable[Opening]:
    """What left, for whom and when."""
    for _, title, who in copies_that_left(individual):
        yield Opening(LEFT, who, title)
