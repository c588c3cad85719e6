"""How numbers of teams, and of all teams together, are told at one time so that nobody can be taken out of them.

A number is told only where ten people or more stand behind it, and is rounded to the nearest five. Whoever takes the
teams away from the whole learns at most what `possible` says; where that would be too much, a second team's number is
not told either, and where that is not enough, the whole is not.
"""

import math
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

LEAST = 10  # people behind a number
STEP = 5
FEW = "fewer than 10 people"
NOT_TOLD = "not told"
FEWEST_SHOWN, FEWEST_HIDDEN = 3, 5  # how many numbers each has to be able to be, whatever is taken away

Told = int | str
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class Counted:
    """So many of something, of so many different people."""

    number: int = 0
    people: int = 0


@dataclass(frozen=True)
class Range:
    """What a number can be, both ends included."""

    least: float
    most: float

    @property
    def how_many(self) -> float:
        return self.most - self.least + 1


def told_alone(counted: Counted) -> Told:
    """Rounded, or that so few people stand behind it."""
    is_few = min(counted.number, counted.people) < LEAST
    return FEW if is_few else STEP * round(counted.number / STEP)


def told_together(by_team: Mapping[Key, Counted]) -> tuple[dict[Key, Told], Told]:
    """What is told of each team, and of all of them together. Nobody is in two teams."""
    alone = {team: told_alone(counted) for team, counted in by_team.items()}
    whole = told_alone(_sum(by_team.values()))
    told = dict(alone)
    while not is_safe(list(told.values()), whole):
        shown = [team for team, each in told.items() if isinstance(each, int)]
        if not shown:
            return alone, NOT_TOLD
        told[min(shown, key=lambda team: told[team])] = NOT_TOLD
    return told, whole


def _sum(counts: Iterable[Counted]) -> Counted:
    every = list(counts)
    return Counted(sum(each.number for each in every), sum(each.people for each in every))


def is_safe(teams: list[Told], whole: Told) -> bool:
    """Whether, all taken from each other, every number can still be several."""
    if not isinstance(whole, int) or len(teams) == 1:
        return True  # nothing to take away from, or the same number twice
    ranges = possible(teams, whole)
    is_whole_open = _of_the_whole(teams, whole).how_many >= FEWEST_SHOWN
    return is_whole_open and all(map(_is_open, teams, ranges))


def _is_open(told: Told, can_be: Range) -> bool:
    if isinstance(told, int):
        return can_be.how_many >= FEWEST_SHOWN
    return can_be.how_many >= FEWEST_HIDDEN


def possible(teams: list[Told], whole: Told) -> list[Range]:
    """What each team's number can be for somebody who reads all the others, and the whole."""
    boxes, all_of_it = [box_of(each, teams) for each in teams], box_of(whole, [])
    return [
        Range(
            max(box.least, all_of_it.least - sum(other.most for other in _others(boxes, place))),
            min(box.most, all_of_it.most - sum(other.least for other in _others(boxes, place))),
        )
        for place, box in enumerate(boxes)
    ]


def _others(boxes: list[Range], place: int) -> list[Range]:
    return boxes[:place] + boxes[place + 1 :]


def _of_the_whole(teams: list[Told], whole: Told) -> Range:
    boxes, own = [box_of(each, teams) for each in teams], box_of(whole, [])
    return Range(
        max(own.least, sum(box.least for box in boxes)),
        min(own.most, sum(box.most for box in boxes)),
    )


def box_of(told: Told, others: list[Told]) -> Range:
    """What a number can be by itself. One that is not told is known to be among the smallest that could be."""
    if isinstance(told, int):
        return Range(max(LEAST, told - STEP // 2), told + STEP // 2)
    if told == FEW:
        return Range(
            0, LEAST - 1
        )  # what a reader takes it for; more of few people only looks impossible, and is hidden
    shown = [each for each in others if isinstance(each, int)]
    return Range(LEAST, min(shown) + STEP // 2 if shown else math.inf)
