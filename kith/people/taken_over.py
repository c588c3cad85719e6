"""That another worker took over: the words that the letter about it promises, where whoever is told can read them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from kith.access import clock

from . import queries, reaching
from .models import Individual, Relation

STANDS_FOR = timedelta(weeks=6)


@dataclass(frozen=True)
class TakenOver:
    """From when somebody new is there, and the words as they were shown before the letter went."""

    partnership: Relation
    at: datetime
    words: str


def taken_over(individual: Individual, new: Relation | None = None) -> TakenOver | None:
    """The latest time, for some weeks; None where nobody took over lately. `new` is their partnership now, if known."""
    new = new or queries.partnership_with(individual)
    if new is None or new.starts_at <= clock.now() - STANDS_FOR:
        return None
    partnerships = individual.relations.filter(kind=Relation.Kind.PARTNERSHIP, ends_at__lte=new.starts_at)
    old = partnerships.exclude(user=new.user).select_related("user").order_by("-ends_at").first()
    if old is None:
        return None
    return TakenOver(new, new.starts_at, reaching.new_worker(individual, old.user, new.user)["words"])
