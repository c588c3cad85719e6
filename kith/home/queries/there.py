"""Who is there for an individual, as My plan says it: it promises nobody who is away or has left."""

from dataclasses import dataclass

from kith.access import clock
from kith.conversations.queries.whom import news_of_worker, sees_words
from kith.people.models import Individual
from kith.people.taken_over import TakenOver
from kith.people.who_reads import Reader, who_reads

from .plan import Plan


@dataclass(frozen=True)
class There:
    """`reader` reads what is written now; `sees` says whom they meet next, or who is away then; `news` that somebody
    took over."""

    reader: Reader
    sees: str
    news: TakenOver | None


def who_is_there(individual: Individual, plan: Plan, *, is_own: bool = True) -> There:
    """In a fixed number of looks, besides those of the plan."""
    reader, news = who_reads(individual, clock.now()), news_of_worker(individual, plan.partnership)
    return There(reader, sees_words(plan.next, is_own=is_own) if plan.next else "", news)
