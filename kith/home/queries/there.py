"""Who is there for an individual, as My plan says it: it promises nobody who is away or has left."""

from dataclasses import dataclass

from kith.access import clock
from kith.conversations.models import Meeting
from kith.conversations.queries.whom import sees_words
from kith.people.models import Individual
from kith.people.who_reads import Reader, who_reads


@dataclass(frozen=True)
class There:
    """`reader` reads what is written now; `sees` says whom they meet next, or who is away then."""

    reader: Reader
    sees: str


def who_is_there(individual: Individual, planned: Meeting | None, *, is_own: bool = True) -> There:
    """In a fixed number of looks."""
    return There(reader=who_reads(individual, clock.now()), sees=sees_words(planned, is_own=is_own) if planned else "")
