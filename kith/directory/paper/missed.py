"""What one look at a page saw, and the other passed over: whole rows, in a place where the first saw nothing."""

from collections.abc import Iterable
from dataclasses import replace

from .line import Line

CLEAR = 80  # of a hundred: a row that was seen once has to be clear
FEWEST = 3  # letters or figures
A_BLOCK_OF_ITS_OWN = 5_000


def larger(line: Line, times: float) -> Line:
    """The same row in a larger picture."""
    left, top, right, height = (round(each * times) for each in (line.left, line.top, line.right, line.height))
    return replace(line, left=left, top=top, right=right, height=height)


def with_what_was_missed(first: list[Line], second: list[Line]) -> list[Line]:
    """The first look, and clear rows of the second where the first has nothing, each above what lies under it."""
    lines, above = list(first), None
    for number, line in enumerate(second):
        says = sum(letter.isalnum() for letter in line.text)
        if line.trust >= CLEAR and says >= FEWEST and not any(_covers(each, line) for each in first):
            is_next = above and 0 < line.top - above.top < 2 * line.height and _beneath(above, line)
            above = replace(line, of=above.of if above and is_next else (A_BLOCK_OF_ITS_OWN + number, 0))
            lines.insert(_place_of(line, lines), above)
    return lines


def _covers(one: Line, other: Line) -> bool:
    """Whether they lie over one another, and not by a hair."""
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
    return across > 0 and down > 0.3 * min(one.height, other.height) and one.height < 3 * max(other.height, 1)


def _beneath(one: Line, other: Line) -> bool:
    return min(one.right, other.right) > max(one.left, other.left)


def _place_of(line: Line, lines: list[Line]) -> int:
    below: Iterable[int] = (at for at, each in enumerate(lines) if each.top > line.top and _beneath(line, each))
    return next(iter(below), len(lines))
