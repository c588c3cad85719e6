"""How a total is told to a team, so that nobody can be taken out of it.

Everybody knows their own numbers, and may take them away from the total. So what is left without any one worker still
has to be many records of several others; else the total is not told. A part is told as a number only where it, and
what is missing to the whole, stay ten or more even then. Nothing is told of teams with few workers.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

LEAST = 10  # records
FEWEST_WORKERS = 4

NOTHING_YET = "Nothing yet"
TOO_FEW = "Too few to tell"
NOT_TOLD = "Not told: it could point to somebody"


@dataclass(frozen=True)
class Counted:
    """What one worker's records say: so many, of so many."""

    part: int
    whole: int


def told_alone(counted: Counted | None) -> str:
    """For the worker themselves: their own numbers, as they are."""
    return f"{counted.part} of {counted.whole}" if counted and counted.whole else NOTHING_YET


def told_of_team(by_worker: Mapping[int, Counted]) -> str:
    """The total of several workers, by their keys; or why it is not told."""
    counts = [each for each in by_worker.values() if each.whole]
    wholes = [each.whole for each in counts]
    if len(counts) < FEWEST_WORKERS or _left(wholes) < LEAST:
        return TOO_FEW
    parts, rests = [each.part for each in counts], [each.whole - each.part for each in counts]
    if sum(parts) < LEAST:
        return f"Fewer than {LEAST} of {sum(wholes)}"
    if sum(rests) < LEAST:
        return f"All of {sum(wholes)}, or all but fewer than {LEAST}"
    if min(_left(parts), _left(rests)) < LEAST:
        return NOT_TOLD
    return f"{sum(parts)} of {sum(wholes)}"


def _left(numbers: Collection[int]) -> int:
    """What is left when whoever has most of it takes their own away."""
    return sum(numbers) - max(numbers, default=0)
