"""Whom no letter reaches is asked in person: “did you go?”, and “still going?” where they chose that.

Everybody else is written to once. Without this nobody would ever ask them, and no word would read like silence.
"""

from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from kith.access import clock
from kith.access.kept import kept
from kith.people import reaching
from kith.people.models import Individual

from . import queries
from .at_hand import with_ways_to_reach
from .models import Introduction, Report


def is_asked_in_person(individual: Individual) -> bool:
    """Whether no letter reaches them; an account that was closed is written to no more."""
    is_closed = individual.user is not None and not individual.user.is_active
    return is_closed or not reaching.reached_at(individual)[1]


def still_to_ask(individuals: Iterable[Individual], today: date) -> list[Introduction]:
    """Of these people, whom only a person can ask: still going? From their day on, until it was told. One look."""
    return [each for each in _to_ask(list(individuals), today) if is_asked_in_person(each.individual)]


@kept
def _to_ask(individuals: list[Individual], today: date) -> QuerySet[Introduction]:
    return with_ways_to_reach(_still_going(today).filter(individual__in=individuals)).order_by("pk")


def questions_for(individual: Individual, found: Iterable[Introduction], today: date | None = None) -> list[str]:
    """What to ask when the two meet: of a first visit that nobody told of, and whether they still go, where no letter
    asks that. Of introductions with their reports at hand; no look for them."""
    today, name, going_on = today or clock.today(), individual.called, [e for e in found if not queries.is_over(e)]
    visits = [f"Did {name} go to {each.activity.name}?" for each in going_on if _visit_untold(each, today)]
    later = [each for each in going_on if each.asked_again_on and queries.told_of_visit(each) is None]
    by_us = bool(later) and is_asked_in_person(individual)
    return visits + [f"Does {name} still go to {each.activity.name}?" for each in later if by_us]


def _visit_untold(introduction: Introduction, today: date) -> bool:
    on = introduction.first_visit_on
    has_been = introduction.share_id is not None and on is not None and on < today
    return has_been and not introduction.asked_again_on and queries.told_of_visit(introduction) is None


def nobody_asked(introductions: Iterable[Introduction]) -> frozenset[int]:
    """Those of these, by their keys, whose individual no letter asked."""
    return frozenset(each.pk for each in introductions if is_asked_in_person(each.individual))


def _still_going(today: date) -> QuerySet[Introduction]:
    """Asked by now, by the letter that reaches others, and nothing told since."""
    since = Report.objects.filter(
        introduction=OuterRef("pk"), kind__in=queries.ANSWERS, on__gte=OuterRef("asked_again_on")
    )
    over = Report.objects.filter(introduction=OuterRef("pk"), kind__in=queries.OVER)
    return Introduction.objects.filter(asked_again_on__lte=today).filter(~Exists(since), ~Exists(over))
