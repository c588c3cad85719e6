"""How numbers of teams, and of all teams together, are told at one time so that nobody can be taken out of them.

A number is told only where ten people or more stand behind it, and is rounded to the nearest five. Two kinds of reader
are thought of. A stranger has what is told, and takes the teams away from the whole. Whoever works in a team or two
knows the people, and takes exact numbers away: for them the whole is told only where ten people are left. What either
learns at most is what `possible` says. Where that would be too much, a second team's number is not told either, and
where that is not enough, the whole is not.
"""

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from kith.access.few import LEAST, STEP, in_fives

FEW = "fewer than 10 people"
NOT_TOLD = "not told"
FEWEST_SHOWN, FEWEST_HIDDEN = 3, 5  # how many numbers each has to be able to be, whatever is taken away
VERY_MANY = 10**9  # where nothing says how many at most
TEAMS_KNOWN = 2  # that one person may know by heart, or two who talk

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

    least: int
    most: int

    @property
    def how_many(self) -> int:
        return self.most - self.least + 1


def told_alone(counted: Counted) -> Told:
    """Rounded, or that so few people stand behind it."""
    is_few = min(counted.number, counted.people) < LEAST
    return FEW if is_few else in_fives(counted.number)


def told_together(by_team: Mapping[Key, Counted], whole: Told | None = None) -> tuple[dict[Key, Told], Told]:
    """What is told of each team, and of all of them together. Nobody is in two teams, and each team has people.
    `whole`: what is told of all of them already, where the parts are no teams."""
    alone = {team: told_alone(counted) for team, counted in by_team.items()}
    counts = list(by_team.values())
    whole = told_of_all(counts) if whole is None else whole
    told = dict(alone)
    while not is_safe(list(told.values()), whole, [each.number for each in counts]):
        shown = [team for team, each in told.items() if isinstance(each, int)]
        if not shown:
            return alone, NOT_TOLD
        told[min(shown, key=lambda team: told[team])] = NOT_TOLD
    return told, whole


def may_tell_whole(counts: Collection[Counted]) -> bool:
    """Whether ten people are left for whoever takes the teams they know out of it. Of one team there is nothing to take
    out. That nobody is left would be told too: it is something about everybody there."""
    known = min(TEAMS_KNOWN, len(counts) - 1)
    if known < 1:
        return True
    people, numbers = sorted(each.people for each in counts), sorted(each.number for each in counts)
    return min(sum(people[:-known]), sum(numbers[:-known])) >= LEAST


def told_of_all(counts: Collection[Counted]) -> Told:
    """What is told of teams together, as far as nothing is told of each."""
    every = Counted(sum(each.number for each in counts), sum(each.people for each in counts))
    return told_alone(every) if may_tell_whole(counts) else NOT_TOLD


def is_safe(teams: Sequence[Told], whole: Told, exact: Sequence[int]) -> bool:
    """Whether, all taken from each other, every number can still be several for a stranger; and whether those of few
    people can for whoever knows the `exact` numbers of one team or of two."""
    if not isinstance(whole, int) or len(teams) == 1:
        return True  # nothing to take away from, or the same number twice
    boxes, own = [box_of(each, teams) for each in teams], box_of(whole, [])
    if _of_the_whole(boxes, own).how_many < FEWEST_SHOWN:
        return False
    return all(map(_is_open, teams, possible(boxes, own))) and _are_few_hidden(teams, boxes, own, exact)


def _is_open(told: Told, can_be: Range) -> bool:
    return can_be.how_many >= (FEWEST_SHOWN if isinstance(told, int) else FEWEST_HIDDEN)


def _are_few_hidden(teams: Sequence[Told], boxes: list[Range], whole: Range, exact: Sequence[int]) -> bool:
    """From whoever knows one team's number, or two."""
    few = {place for place, each in enumerate(teams) if each == FEW}
    for known in (set(each) for many in range(1, TEAMS_KNOWN + 1) for each in combinations(range(len(teams)), many)):
        every = _sum_of(Range(exact[at], exact[at]) if at in known else box for at, box in enumerate(boxes))
        if not all(_is_open(FEW, _possible(boxes[place], every, whole)) for place in few - known):
            return False
    return True


def possible(boxes: Sequence[Range], whole: Range) -> list[Range]:
    """What each number can be for somebody who knows in what box all the others are, and the whole."""
    every = _sum_of(boxes)
    return [_possible(box, every, whole) for box in boxes]


def _possible(box: Range, every: Range, whole: Range) -> Range:
    """`every`: what all of them can be together, this one too."""
    least, most = whole.least - (every.most - box.most), whole.most - (every.least - box.least)
    return Range(max(box.least, least), min(box.most, most))


def _sum_of(boxes: Iterable[Range]) -> Range:
    listed = list(boxes)
    return Range(sum(box.least for box in listed), sum(box.most for box in listed))


def _of_the_whole(boxes: Sequence[Range], own: Range) -> Range:
    every = _sum_of(boxes)
    return Range(max(own.least, every.least), min(own.most, every.most))


def box_of(told: Told, others: Sequence[Told]) -> Range:
    """What a number can be by itself. One that is not told is known to be among the smallest that could be."""
    if isinstance(told, int):
        return Range(max(LEAST, told - STEP // 2), told + STEP // 2)
    if told == FEW:
        return Range(0, LEAST - 1)  # what a reader takes it for; more of few people looks impossible, and is hidden
    shown = [each for each in others if isinstance(each, int)]
    return Range(LEAST, min(shown) + STEP // 2 if shown else VERY_MANY)
