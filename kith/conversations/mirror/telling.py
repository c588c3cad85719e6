"""How a total is told to a team, so that nobody can be taken out of it.

Everybody knows their own numbers, and may take them away from the total. So what is left without any one worker still
has to be many records, about many people, of several others; else the total is not told. A part is told as a number
only where it, and what is missing to the whole, stay ten or more even then, of ten people or more. Numbers are told in
fives, so that whoever knows of all but one record learns little of that one. Nothing is told of teams with few workers.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from kith.access.few import LEAST, in_fives

FEWEST_WORKERS = 4

NOTHING_YET = "Nothing yet"
TOO_FEW = "Too few to tell"
NOT_TOLD = "Not told: it could point to somebody"


@dataclass(frozen=True)
class Counted:
    """What one worker's records say: so many, of so many, for each person by their key."""

    by_person: Mapping[int, tuple[int, int]]

    @property
    def part(self) -> int:
        return sum(part for part, _ in self.by_person.values())

    @property
    def whole(self) -> int:
        return sum(whole for _, whole in self.by_person.values())


def told_alone(counted: Counted | None) -> str:
    """For the worker themselves: their own numbers, as they are."""
    return f"{counted.part} of {counted.whole}" if counted and counted.whole else NOTHING_YET


def told_of_team(by_worker: Mapping[int, Counted]) -> str:
    """The total of several workers, by their keys; or why it is not told."""
    counts = [each for each in by_worker.values() if each.whole]
    if len(counts) < FEWEST_WORKERS or _left(counts, lambda part, whole: whole) < LEAST:
        return TOO_FEW
    part, whole = sum(each.part for each in counts), sum(each.whole for each in counts)
    if part < LEAST:
        return f"Fewer than {LEAST} of {_about(whole)}"
    if whole - part < LEAST:
        return f"All of {_about(whole)}, or all but fewer than {LEAST}"
    if min(_left(counts, lambda part, whole: part), _left(counts, lambda part, whole: whole - part)) < LEAST:
        return NOT_TOLD
    return f"{_about(part)} of {_about(whole)}"


def _about(number: int) -> str:
    return f"about {in_fives(number)}"


def _left(counts: Collection[Counted], number: Callable[[int, int], int]) -> int:
    """How many records, or other people, whichever is less, are left when any one worker takes their own away."""
    kept = [{who: number(*each) for who, each in one.by_person.items() if number(*each)} for one in counts]
    records = [sum(one.values()) for one in kept]
    people = {who for one in kept for who in one}
    others = [len(people) - len(one) for one in kept]  # nobody whom they know
    return min(sum(records) - max(records), *others)
