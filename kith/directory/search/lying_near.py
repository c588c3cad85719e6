"""What lies near some points, and on which days: for a list of what is missing."""

from collections.abc import Iterable
from itertools import islice

from django.db.models import Q, QuerySet

from kith.directory.going_on import not_over
from kith.directory.models import Activity, SearchDocument, Status

from .places import Point, box_around, miles_between

MOST_POINTS, MOST = 60, 5_000
FACT_PARTS = ("morning", "afternoon", "evening")


def near_any(points: Iterable[Point], miles: float) -> frozenset[int]:
    """The keys of live listings within so many miles of any of these points. One look."""
    points = list(dict.fromkeys((round(lat, 2), round(lon, 2)) for lat, lon in points))[:MOST_POINTS]
    if not points:
        return frozenset()
    around = Q()
    for south, west, north, east in (box_around(point, miles) for point in points):
        around |= Q(latitude__range=(south, north), longitude__range=(west, east))
    rows = SearchDocument.objects.filter(around, not_over("activity__"), activity__status=Status.LIVE)
    found = rows.order_by("pk").values_list("pk", "latitude", "longitude")
    near = (key for key, lat, lon in found if any(miles_between(at, (lat, lon)) <= miles for at in points))
    return frozenset(islice(near, MOST))


def days_and_parts(keys: frozenset[int]) -> set[tuple[int, str]]:
    """The days (0 is Monday) and parts of days on which any of these happens; "" where only the day is known."""
    facts: set[str] = set()
    for words in SearchDocument.objects.filter(pk__in=keys).values_list("fact_words", flat=True):
        facts.update(words.split())
    both = {(day, part) for day in range(7) for part in FACT_PARTS if _is_in(facts, f"day{day}{part}")}
    named = {day for day, _ in both}
    return both | {(day, "") for day in range(7) if day not in named and _is_in(facts, f"day{day}")}


def _is_in(facts: set[str], fact: str) -> bool:
    return not facts.isdisjoint({f"x{fact}", f"xmay{fact}"})


def longest_on_the_table(keys: frozenset[int], but_not: QuerySet, limit: int) -> list[Activity]:
    """Those of these listings that are not among some others, what came first before what came last. Two looks."""
    lying = Activity.objects.filter(not_over(), pk__in=keys).exclude(pk__in=but_not)
    return list(lying.select_related("organisation", "place").prefetch_related("times").order_by("pk")[:limit])
