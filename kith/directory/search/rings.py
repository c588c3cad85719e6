"""Looking further where nothing is near: a ring at a time, and saying so."""

from collections.abc import Iterable

RINGS = (2.0, 3.0, 5.0, 8.0, 12.0, 20.0, 30.0)  # miles; the first that holds anything is as far as a look goes
WIDEST = RINGS[-1]


def ring_around(miles: Iterable[float]) -> float | None:
    """The smallest ring that holds any of these, or None where all lie beyond the widest."""
    nearest = min(miles, default=None)
    return None if nearest is None else next((ring for ring in RINGS if nearest <= ring), None)


def nothing_within(miles: float) -> str:
    """“Nothing within 3 miles.”"""
    return f"Nothing within {in_miles(miles)}."


def these_are_within(count: int, miles: float) -> str:
    """“These are within 8 miles.”"""
    return f"{'This is' if count == 1 else 'These are'} within {in_miles(miles)}."


def in_miles(miles: float) -> str:
    """“1 mile”, “2.5 miles”."""
    return "1 mile" if miles == 1 else f"{miles:g} miles"
