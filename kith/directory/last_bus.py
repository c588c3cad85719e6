"""Whether somebody gets home by bus: a class that ends after the last one has gone says so.

Clock times are compared as they stand on a clock at the place. What is before four in the morning belongs to the
evening before, for a bus and for a class alike, so neither midnight nor the night when clocks change alters an answer.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import time

from .models import LastBus, Place
from .search.places import miles_between

NIGHT_ENDS = time(4)
A_DAY = 24 * 60  # minutes
ROUND_HERE = 1.5  # miles: a village, or a part of a town, is mostly served by one bus
SAME_STOP = 0.2  # miles: who lives by one hall walks to the stop of the next
Buses = Mapping[str, LastBus]  # by kind of day


def days_of(weekday: int) -> str:
    """The kind of day; 0 is Monday."""
    return {5: LastBus.Days.SATURDAY, 6: LastBus.Days.SUNDAY}.get(weekday, LastBus.Days.WEEK).value


def is_after(starts: time | None, ends: time | None, leaves: time) -> bool:
    """Whether what goes on from `starts` to `ends` is over when the bus leaves, or has left. Where nobody knows when
    it ends, only a start so late tells."""
    until = ends if ends is not None else starts
    if until is None:
        return False
    begun, over = (_minutes(at) if at is not None else 0 for at in (starts, until))
    return (over + A_DAY if over < begun else over) >= _minutes(leaves)


def _minutes(at: time) -> int:
    """Minutes since the midnight on which the evening's day began."""
    return at.hour * 60 + at.minute + (A_DAY if at < NIGHT_ENDS else 0)


@dataclass(frozen=True)
class Neighbour:
    """A place not far away, and when the last buses leave there."""

    place: Place
    miles: float
    buses: Buses


def neighbours_of(here: Place, rows: Iterable[LastBus]) -> list[Neighbour]:
    """The nearest first; of those that say the same, the nearest alone."""
    found: dict[int, dict[str, LastBus]] = {}
    for row in rows:
        found.setdefault(row.place_id, {})[row.days] = row
    near = [_neighbour(here, buses) for buses in found.values()]
    said: dict[frozenset, Neighbour] = {}
    for each in sorted((one for one in near if one and one.miles <= ROUND_HERE), key=lambda one: one.miles):
        said.setdefault(frozenset((days, bus.leaves, bus.words) for days, bus in each.buses.items()), each)
    return list(said.values())


def _neighbour(here: Place, buses: Buses) -> Neighbour | None:
    there = next(iter(buses.values())).place
    if here.point is None or there.point is None or there == here:
        return None
    return Neighbour(there, miles_between(here.point, there.point), buses)


def buses_at(place: Place, rows: Iterable[LastBus]) -> dict[str, LastBus]:
    """What is known there: of the place itself, else of the nearest one that shares its stop or its postcode."""
    found: dict[int, dict[str, LastBus]] = {}
    for row in rows:
        found.setdefault(row.place_id, {})[row.days] = row
    if place.pk in found:
        return found[place.pk]
    near = [
        (far, key) for key, each in found.items() if (far := _apart(place, next(iter(each.values())).place)) is not None
    ]
    return found[min(near)[1]] if near else {}


def _apart(here: Place, there: Place) -> float | None:
    """Miles between two that share a stop, or None."""
    if here.point and there.point:
        miles = miles_between(here.point, there.point)
        return miles if miles <= SAME_STOP else None
    is_same = " " in here.postcode and here.postcode == there.postcode
    return 0.0 if is_same else None
