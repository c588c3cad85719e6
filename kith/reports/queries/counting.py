"""Counts for every team at once, one look a figure. Whoever is in no team is not counted."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Count, Exists, F, OuterRef, QuerySet
from django.utils import timezone

from kith.conversations.mirror.spans import Span
from kith.conversations.models import Meeting
from kith.goals.models import Barrier
from kith.introductions.models import Introduction, Report
from kith.network_map import queries as network_map

from ..safe import Counted


@dataclass(frozen=True)
class Source:
    """Where a figure is counted: the rows of a time, and where the person stands in each."""

    rows: Callable[[Span], QuerySet]
    individual: str = "individual"


def counted_by_team(key: str, span: Span) -> dict[int, Counted]:
    """By the keys of teams; a team with nothing has no line."""
    source = SOURCES[key]
    return {team: Counted(number, people) for team, number, people in _grouped(source.rows(span), source.individual)}


def barriers_by_team(span: Span) -> dict[str, dict[int, Counted]]:
    """People of each team who met each kind, by kind. “Something else” is nothing to act on."""
    noted = Barrier.objects.filter(noted_on__gte=span.begins, noted_on__lt=span.ends)
    found = noted.exclude(kind__in=("", Barrier.Kind.OTHER)).exclude(goal__individual__team=None).order_by()
    people = Count("goal__individual", distinct=True)
    by_kind: dict[str, dict[int, Counted]] = {}
    for kind, team, number in found.values_list("kind", "goal__individual__team").annotate(people=people):
        by_kind.setdefault(kind, {})[team] = Counted(number, number)
    return by_kind


def _grouped(rows: QuerySet, individual: str) -> QuerySet:
    in_a_team = rows.filter(**{f"{individual}__team__isnull": False}).order_by()
    counts = {"number": Count("pk"), "people": Count(individual, distinct=True)}
    return in_a_team.values(of_team=F(f"{individual}__team")).annotate(**counts).values_list("of_team", *counts)


def start_of(day: date) -> datetime:
    """The first moment of a day here."""
    return timezone.make_aware(datetime.combine(day, time()))


def _made(span: Span) -> QuerySet:
    """By the moment of the individual's yes: before it there is an idea, and no introduction."""
    said_yes = {"share__starts_at__gte": start_of(span.begins), "share__starts_at__lt": start_of(span.ends)}
    return Introduction.objects.filter(**said_yes)


def _first_told(kind: str) -> Callable[[Span], QuerySet]:
    """One row an introduction: the first word of this kind."""

    def rows(span: Span) -> QuerySet:
        same = Report.objects.filter(introduction=OuterRef("introduction"), kind=kind, pk__lt=OuterRef("pk"))
        return Report.objects.filter(~Exists(same), kind=kind, on__gte=span.begins, on__lt=span.ends)

    return rows


def _belongs(span: Span) -> QuerySet:
    """Only the individual can say so; nobody's word for them counts."""
    return _first_told(Report.Kind.BELONGS)(span).filter(typed_by_individual=True)


def _held(span: Span) -> QuerySet:
    return Meeting.objects.filter(state=Meeting.State.HELD, day__gte=span.begins, day__lt=span.ends)


def _in_lives(is_paid: bool) -> Callable[[Span], QuerySet]:
    return lambda span: network_map.people_in_lives(before=span.ends).filter(is_paid=is_paid)


SOURCES = {
    "made": Source(_made),
    "went": Source(_first_told(Report.Kind.WENT), "introduction__individual"),
    "again": Source(_first_told(Report.Kind.WENT_AGAIN), "introduction__individual"),
    "belongs": Source(_belongs, "introduction__individual"),
    "meetings": Source(_held),
    "unpaid": Source(_in_lives(is_paid=False)),
    "paid": Source(_in_lives(is_paid=True)),
}
