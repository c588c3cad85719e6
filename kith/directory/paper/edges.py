"""How well an outline in a photograph is the edge of a sheet: sharp all round, where the edge of a shadow is soft."""

from itertools import pairwise

import cv2
import numpy as np

Corners = np.ndarray  # four points: top left, top right, bottom right, bottom left
RIM = 4  # dots: what lies so near to the rim of the photograph has nothing beside it
AT_THE_RIM = 0.3  # of an outline, at the most
CLEAR = 20.0  # steps of colour: more say no more, so that the larger of two outlines is the page
SHARP = 9.0  # steps, at the least
REACH, STEP = 6, 3  # dots to either side of an outline that are looked at; dots in which a sharp edge lies
STRETCHES, POINTS = 4, 9  # pieces of each of its sides; points along each piece
NEXT, FARTHEST, ONE = 0.08, 0.5, 0.012  # of a side: where a page may go on, at the most, and how finely that is sought


def stands_out(lab: np.ndarray, corners: Corners) -> float:
    """How much of the picture it is, times how sharply its sides part it from what lies around: the least sharp
    stretch of them tells. What runs along the rim of the photograph tells nothing. 0 for what is no page."""
    stretches, unseen = [], 0
    for start, end in pairwise([*corners, corners[0]]):
        along = start + (end - start) * np.linspace(0.04, 0.96, STRETCHES * POINTS)[:, None]
        at_the_rim = _at_the_rim(along, lab.shape)
        sharp = _jumps(lab, along, end - start)
        for piece, rim in zip(np.split(sharp, STRETCHES), np.split(at_the_rim, STRETCHES), strict=True):
            if rim.mean() > 0.5:
                unseen += 1
            else:
                stretches.append(float(np.median(piece[~rim])))
    if unseen > AT_THE_RIM * 4 * STRETCHES or min(stretches) < SHARP:
        return 0.0
    return cv2.contourArea(corners.astype(np.float32)) / lab[..., 0].size * min(*stretches, CLEAR)


def _at_the_rim(points: np.ndarray, shape: tuple[int, ...]) -> np.ndarray:
    high, wide = shape[:2]
    return np.any((points < RIM) | (points > np.array([wide, high]) - 1 - RIM), axis=1)


def _jumps(lab: np.ndarray, along: np.ndarray, way: np.ndarray) -> np.ndarray:
    """The sharpest change of colour near each point, straight across the side."""
    across = np.array([-way[1], way[0]]) / max(np.linalg.norm(way), 1e-9)
    row = np.stack([_colours(lab, along + at * across) for at in range(-REACH, REACH + 1)])
    return np.linalg.norm(row[STEP:] - row[:-STEP], axis=2).max(axis=0)


def _colours(lab: np.ndarray, points: np.ndarray) -> np.ndarray:
    high, wide = lab.shape[:2]
    across, down = np.clip(points.round().astype(int), 0, [wide - 1, high - 1]).T
    return lab[down, across].astype(float)


def grown(lab: np.ndarray, corners: Corners) -> Corners:
    """A banner across a page is as sharp an edge as the page's own. Where two sides go on beyond a third, and end in
    an edge again, the page goes on as far."""
    for _ in range(4):
        if _goes_on(lab, corners):
            longer = (_longer(corners, part) for part in np.arange(NEXT, FARTHEST, ONE))
            whole = [each for each in longer if not _at_the_rim(each[:2], lab.shape).any()]
            told = [(stands_out(lab, each), each) for each in whole]
            score, longest = max(told, key=lambda each: each[0], default=(0.0, corners))
            corners = longest if score > 0 else corners
        corners = np.roll(corners, 1, axis=0)
    return corners


def _longer(corners: Corners, part: float) -> Corners:
    top_left, top_right, bottom_right, bottom_left = corners
    more = [top_left + part * (top_left - bottom_left), top_right + part * (top_right - bottom_right)]
    return np.array([*more, bottom_right, bottom_left])


def _goes_on(lab: np.ndarray, corners: Corners) -> bool:
    """Whether both sides are sharp edges just beyond the first two corners."""
    beyond = _longer(corners, NEXT)[:2]
    for corner, end in zip(corners[:2], beyond, strict=True):
        along = corner + (end - corner) * np.linspace(0.2, 1, POINTS)[:, None]
        if _at_the_rim(along, lab.shape).any() or np.median(_jumps(lab, along, end - corner)) < SHARP:
            return False
    return True
