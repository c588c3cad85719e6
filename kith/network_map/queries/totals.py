"""How many people in many lives are there without being paid. Counts alone, nobody's name.

What somebody keeps to themself is counted for nobody. Whoever shows a total hides small ones: `individuals` says how
many lives it is made of.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from kith.people.models import Individual

from ..models import Connection, Kind, Picture, Pictured


@dataclass(frozen=True)
class UnpaidTotals:
    """Of so many people, so many are there unpaid, in the lives of so many individuals."""

    individuals: int
    people: int
    unpaid: int

    @property
    def share(self) -> float | None:
        """0 to 1; None where there is nobody."""
        return self.unpaid / self.people if self.people else None


def unpaid_of(individual: Individual, *, own: bool) -> UnpaidTotals:
    """In one life, now. One look."""
    people = Connection.objects.filter(individual=individual, kind=Kind.PERSON, end="", put_away_on__isnull=True)
    return _counted(people if own else people.filter(is_mine_alone=False), "individual")


def unpaid_now(individuals: QuerySet[Individual]) -> UnpaidTotals:
    """In the lives of these individuals, now. One look."""
    people = Connection.objects.filter(individual__in=individuals, kind=Kind.PERSON, end="", put_away_on__isnull=True)
    return _counted(people.filter(is_mine_alone=False), "individual")


def unpaid_in_pictures(individuals: QuerySet[Individual], *, since: date, until: date) -> UnpaidTotals:
    """In the latest picture that each of them kept between these days, both included. One look."""
    kept = Picture.objects.filter(individual=OuterRef("picture__individual"), taken_on__range=(since, until))
    people = Pictured.objects.filter(picture__individual__in=individuals, kind=Kind.PERSON, end="")
    people = people.filter(connection__put_away_on__isnull=True, connection__is_mine_alone=False)
    latest = people.filter(picture=Subquery(kept.order_by("-taken_on", "-pk").values("pk")[:1]))
    return _counted(latest, "picture__individual")


def people_in_lives(*, before: date) -> QuerySet[Connection]:
    """Everybody who was in somebody's life on the day before this one, as is written now: a row each, for counting."""
    there = Connection.objects.filter(kind=Kind.PERSON, put_away_on__isnull=True, is_mine_alone=False)
    still = Q(ended_on__isnull=True) | Q(ended_on__gte=before)
    return there.filter(still, added_on__lt=before).order_by()


def _counted(people: QuerySet, whose: str) -> UnpaidTotals:
    counted = people.aggregate(
        individuals=Count(whose, distinct=True), people=Count("pk"), unpaid=Count("pk", filter=Q(is_paid=False))
    )
    return UnpaidTotals(**counted)
