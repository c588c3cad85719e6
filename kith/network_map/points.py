"""Talking points: a sentence each, to look at together or to leave. Nothing here is a score, or compared."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from .models import Connection, Kind
from .then_and_now import KINDS, number

FEWEST_PEOPLE = 3  # with fewer there is too little to say
FEWEST_KINDS = 3
FEWEST_BOTH_WAYS = 2


class Point(StrEnum):
    """What may be talked about."""

    UNPAID = "unpaid"
    NEW = "new"
    BOTH_WAYS = "both ways"
    VARIETY = "variety"


@dataclass(frozen=True)
class TalkingPoint:
    """One, in words."""

    point: Point
    words: str


def points_of(here: list[Connection], *, new: list[str], you: str, skipped: Iterable[str] = ()) -> list[TalkingPoint]:
    """Those that have something to say. `here` is who and what is there now; `new` the sentences on who came since the
    last picture; `you` is “you”, or their name where somebody else reads."""
    said = {
        Point.UNPAID: _unpaid(here),
        Point.NEW: f"Since the last picture: {new[0][:1].lower()}{new[0][1:]}" if new else "",
        Point.BOTH_WAYS: _both_ways(here, you),
        Point.VARIETY: _variety(here),
    }
    return [TalkingPoint(point, words) for point, words in said.items() if words and point not in set(skipped)]


def _unpaid(here: list[Connection]) -> str:
    people = [each for each in here if each.is_person]
    unpaid = sum(not each.is_paid for each in people)
    if len(people) < FEWEST_PEOPLE or not unpaid:  # that nobody is there unpaid is nothing to be told by a page
        return ""
    if unpaid == len(people):
        return f"There are {number(len(people))} people here, and nobody is paid to be there."
    are = "is" if unpaid == 1 else "are"
    return f"{number(unpaid).capitalize()} of the {number(len(people))} people here {are} there without being paid."


def _both_ways(here: list[Connection], you: str) -> str:
    both = [each for each in here if each.goes_both_ways]
    if len(both) < FEWEST_BOTH_WAYS:
        return ""
    gives = "you give" if you == "you" else f"{you} gives"
    return f"With {number(len(both))} of them it goes both ways: {gives} something, and something comes back."


def _variety(here: list[Connection]) -> str:
    """Which kinds there are, never how many would be good."""
    kinds = [(kind, sum(each.kind == kind for each in here)) for kind in Kind.values]
    found = [f"{_a(*KINDS[kind])}" if count == 1 else KINDS[kind][1] for kind, count in kinds if count]
    if len(found) < FEWEST_KINDS:
        return ""
    return f"Here you find {', '.join(found[:-1])} and {found[-1]}."


def _a(one: str, _several: str) -> str:
    return f"{'an' if one[0] in 'aeiou' else 'a'} {one}"
