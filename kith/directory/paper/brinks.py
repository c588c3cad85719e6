"""Words at the brink of a dark patch: a letter before them may be lost in it."""

from dataclasses import replace

import numpy as np

from .line import Line

NEAR, FAR = 0.1, 0.8  # heights of the row: where a letter before it, or after it, would stand
INK = 0.5  # of what is there, at the least


def with_brinks_doubted(lines: list[Line], grey: np.ndarray) -> list[Line]:
    """The first or last word of a row that has mere black beside it is in doubt."""
    return [replace(line, doubted=(*line.doubted, *_at_a_brink(line, grey))) for line in lines]


def _at_a_brink(line: Line, grey: np.ndarray) -> list[str]:
    words = line.text.split()
    before = (line.left - FAR * line.height, line.left - NEAR * line.height)
    after = (line.right + NEAR * line.height, line.right + FAR * line.height)
    sides = ((before, words[:1]), (after, words[-1:]))
    return [word for side, found in sides for word in found if _is_black(grey, line, side)]


def _is_black(grey: np.ndarray, line: Line, side: tuple[float, float]) -> bool:
    left, right = (min(max(int(each), 0), grey.shape[1]) for each in side)
    there = grey[max(line.top, 0) : line.top + line.height, left:right]
    return bool(there.size) and float((there < 100).mean()) > INK
