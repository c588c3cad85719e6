"""A review that comes soon, so that two people talk about it in good time. No amount is in it, and nothing to fill in.

What it is reckoned from is asked within a look at people that a page makes anyway.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Model, OuterRef, Subquery

from .models import Decision, Review
from .reviews import next_review

AHEAD = timedelta(weeks=8)
A_WEEK = 7  # days


@dataclass(frozen=True)
class Coming:
    """The day to keep in mind, seen from today."""

    day: date
    weeks: int

    @property
    def when(self) -> str:
        """“in about 5 weeks”."""
        if self.weeks < 1:
            return "within days"
        return "in about a week" if self.weeks == 1 else f"in about {self.weeks} weeks"


def to_reckon_from(whose: OuterRef, today: date) -> dict[str, Subquery]:
    """Columns to add to a look at people; `whose` is the individual of each row."""
    begun = Decision.objects.filter(individual=whose, starts_on__lte=today).order_by("-pk")
    held = Review.objects.filter(individual=whose, held_on__lte=today).order_by("-held_on")
    named = begun.filter(review_on__gte=today)
    return {
        "budget_paid_as": Subquery(begun.values("paid_as")[:1]),
        "budget_began": Subquery(begun.order_by("pk").values("starts_on")[:1]),
        "budget_named": Subquery(named.values("review_on")[:1]),
        "budget_held": Subquery(held.values("held_on")[:1]),
        "budget_held_whole": Subquery(held.filter(is_light=False).values("held_on")[:1]),
    }


def coming_review(row: Model | Any, today: date) -> Coming | None:
    """The review that comes in the next eight weeks; None where none does, or none can be reckoned."""
    if row.budget_paid_as is None:
        return None
    held = [(row.budget_held_whole, False), (row.budget_held, row.budget_held != row.budget_held_whole)]
    since = [(day, is_light) for day, is_light in held if day]
    found = next_review(paid_as=row.budget_paid_as, began=row.budget_began, held=since, named=row.budget_named)
    if not today <= found.day <= today + AHEAD:
        return None
    return Coming(found.day, round((found.day - today).days / A_WEEK))
