"""Which listings lie close in meaning to what somebody says. Nothing where the network is not installed."""

from collections.abc import Iterable

from django.db.models import Q

from kith.directory import meaning
from kith.directory.models import SearchMeaning

from .asked import Asked
from .places import Point, box_around

MOST_COMPARED = 3_000
TAKEN = 60  # of those that no word brought in
LEAST, SURE = 0.24, 0.35  # cosines: below the first nothing is in common; from the second on it may stand alone
Closeness = dict[int, float]


def close_to(asks: list[tuple[Asked, Point | None, float]], keys: list[list[int]]) -> list[Closeness]:
    """For each ask the cosines of its own candidates, and of the closest others near its point."""
    if not meaning.is_here() or not any(asked.says for asked, _, _ in asks):
        return [{} for _ in asks]
    held = _held(asks, {key for each in keys for key in each})
    order = list(held)
    points = meaning.opened(held[key] for key in order)
    return [_closest(asked, order, points, mine) for (asked, _, _), mine in zip(asks, keys, strict=True)]


def _held(asks: list[tuple[Asked, Point | None, float]], keys: set[int]) -> dict[int, bytes]:
    """The points of the candidates, and of what is near: two looks."""
    rows = dict(SearchMeaning.objects.filter(pk__in=keys).values_list("pk", "point"))
    around = Q()
    for near, miles in {(near, miles) for _, near, miles in asks}:
        around |= _around(near, miles)
    others = SearchMeaning.objects.filter(around).values_list("pk", "point")
    return rows | dict(others[:MOST_COMPARED])


def _around(near: Point | None, miles: float) -> Q:
    """Inside a box, or nowhere in particular."""
    if near is None:
        return Q(pk__gt=0)
    south, west, north, east = box_around(near, miles)
    inside = Q(latitude__range=(south, north), longitude__range=(west, east))
    return inside | Q(latitude__isnull=True)


def _closest(asked: Asked, order: list[int], points, mine: Iterable[int]) -> Closeness:
    if not asked.says or not order:
        return {}
    cosines = dict(zip(order, (float(each) for each in meaning.closeness(asked.rest, points)), strict=True))
    best = sorted((key for key in order if cosines[key] >= SURE), key=lambda key: (-cosines[key], key))[:TAKEN]
    return {key: cosines[key] for key in dict.fromkeys([*best, *mine]) if cosines.get(key, 0.0) >= LEAST}
