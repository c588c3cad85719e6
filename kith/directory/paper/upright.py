"""Which way up a page was photographed, told by the shapes of its letters before any of them is read.

Letters stand nearer to their neighbours in a row than to the row below; and more of them reach up out of a row
(capitals, figures, b, d, h, k, l, t) than hang down from it (g, j, p, q, y).
"""

from collections.abc import Iterator

import cv2
import numpy as np

SMALLEST, LARGEST = 7, 90  # dots: of what may be a letter in the small picture
A_GAP = 0.4  # of a letter's height: letters of one word are nearer to each other
CLEARLY = 1.15  # times: how much more ink joins one way than the other
FEWEST_ROWS = 3
IN_DOUBT = 0.1  # of the rows: most pages are handed in the right way up
BODY = 0.45  # of the fullest line of dots in a row: where its small letters stand


def quarter_turns(grey: np.ndarray) -> int:
    """How many quarters of a turn, against the clock, set this even picture of ink on white upright."""
    ink = cv2.threshold(grey, 150, 255, cv2.THRESH_BINARY_INV)[1]
    ink, size = _letters(ink)
    if not size:
        return 0
    across = cv2.countNonZero(_joined(ink, size, (1, 0))) - cv2.countNonZero(ink)
    down = cv2.countNonZero(_joined(ink, size, (0, 1))) - cv2.countNonZero(ink)
    sideways = down > CLEARLY * across
    rows = np.rot90(ink) if sideways else ink
    return int(sideways) + 2 * _is_upside_down(np.ascontiguousarray(rows), size)


def _letters(ink: np.ndarray) -> tuple[np.ndarray, int]:
    """What may be letters, without rules and pictures; and the usual size of them, 0 where there are none."""
    number, marks, told, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    longer = told[:, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]].max(axis=1)
    shorter = told[:, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]].min(axis=1)
    may_be = (longer >= SMALLEST) & (longer <= LARGEST) & (shorter * 12 >= longer)
    may_be[0] = False
    if number < 2 or not may_be.any():
        return ink, 0
    return np.where(may_be[marks], 255, 0).astype(np.uint8), int(np.median(longer[may_be]))


def _joined(ink: np.ndarray, size: int, way: tuple[int, int]) -> np.ndarray:
    gap = max(3, round(size * A_GAP))
    return cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((1 + way[1] * gap, 1 + way[0] * gap), np.uint8))


def _is_upside_down(ink: np.ndarray, size: int) -> bool:
    """Counted row by row: does more reach down out of it than up?"""
    said = [np.sign(up - down) * min(abs(up - down), 1.0) for up, down in _reaches(ink, size)]
    return len(said) >= FEWEST_ROWS and sum(said) < -IN_DOUBT * len(said)


def _reaches(ink: np.ndarray, size: int) -> Iterator[tuple[float, float]]:
    """Of each row of words: how much ink lies above its body, and how much below, against all of it, times ten."""
    words = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((1, max(3, size)), np.uint8))
    number, marks, told, _ = cv2.connectedComponentsWithStats(words, connectivity=8)
    for one in range(1, number):
        left, top, wide, high = told[one, :4]
        if wide < 2.5 * high or high < SMALLEST:
            continue
        here = (marks[top : top + high, left : left + wide] == one) & (ink[top : top + high, left : left + wide] > 0)
        profile = here.sum(axis=1)
        body = np.flatnonzero(profile >= BODY * profile.max())
        yield 10 * profile[: body[0]].sum() / profile.sum(), 10 * profile[body[-1] + 1 :].sum() / profile.sum()
