"""Where the four corners of a sheet of paper are in a photograph, if it lies on something else."""

from collections.abc import Iterator
from itertools import pairwise

import cv2
import numpy as np

from .edges import Corners, grown, stands_out
from .sheets import Picture

LOOKED_AT = 700  # dots along the longer side
LEAST, MOST = 0.2, 0.97  # of the photograph
ALIKE = 14  # steps of colour: the rim of a scan is as its middle
LEVEL = 0.004  # of the side: a frame as straight as this was drawn, not photographed
FULL = 0.9  # of its four-cornered outline
SQUARE = 0.6  # the cosine of a corner, at the most


def corners_in(picture: Picture) -> Corners | None:
    """The corners in dots of the picture; None where the whole picture is the page."""
    scale = LOOKED_AT / max(picture.shape[:2])
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    lab = cv2.GaussianBlur(cv2.cvtColor(small, cv2.COLOR_RGB2LAB), (5, 5), 0)
    if _rim_is_as_the_middle(lab):
        return None
    outlines = [found for mask in _masks(lab) for found in _outlines(mask)]
    told = [(stands_out(lab, found), found) for found in outlines]
    best, corners = max(told, key=lambda each: each[0], default=(0.0, None))
    return grown(lab, corners) / scale if best > 0 and corners is not None else None


def _rim_is_as_the_middle(lab: np.ndarray) -> bool:
    high, wide = lab.shape[:2]
    band = max(3, min(high, wide) // 50)
    rim = np.concatenate([each.reshape(-1, 3) for each in (lab[:band], lab[-band:], lab[:, :band], lab[:, -band:])])
    middle = lab[high // 4 : -high // 4, wide // 4 : -wide // 4].reshape(-1, 3)
    return bool(np.linalg.norm(np.median(rim, axis=0) - np.median(middle, axis=0)) < ALIKE)


def _masks(lab: np.ndarray) -> Iterator[np.ndarray]:
    """Light and dark, and edges, of lightness, of both colours, and of what a shadow does not change."""
    near, nearer = np.ones((9, 9), np.uint8), np.ones((3, 3), np.uint8)
    for channel in (*cv2.split(lab), *_whatever_the_light(lab)):
        _, light = cv2.threshold(channel, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
        yield cv2.morphologyEx(light, cv2.MORPH_CLOSE, near)
        yield cv2.morphologyEx(255 - light, cv2.MORPH_CLOSE, near)
    for low in (15, 30, 60):
        edges = [cv2.Canny(channel, low, low * 3) for channel in cv2.split(lab)]
        yield from (cv2.dilate(each, nearer, iterations=2) for each in (*edges, edges[0] | edges[1] | edges[2]))


def _whatever_the_light(lab: np.ndarray) -> Iterator[np.ndarray]:
    """How much redder and bluer than green each dot is: light takes all three alike."""
    red, green, blue = cv2.split(np.log(cv2.cvtColor(lab, cv2.COLOR_LAB2RGB).astype(np.float32) + 8))
    for other in (red, blue):
        calm = cv2.GaussianBlur(other - green, (0, 0), 2)
        yield cv2.normalize(calm, None, 0, 255, cv2.NORM_MINMAX, cv2.CV_8U)  # type: ignore[call-overload] - None is taken


def _outlines(mask: np.ndarray) -> Iterator[Corners]:
    found, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    for contour in found:
        hull = cv2.convexHull(contour)
        if LEAST <= cv2.contourArea(hull) / mask.size <= MOST:
            corners = _four(hull)
            if corners is not None and _may_be_a_page(corners, hull, mask.shape):
                yield corners


def _four(hull: np.ndarray) -> Corners | None:
    around = cv2.arcLength(hull, closed=True)
    for part in np.arange(0.015, 0.09, 0.005):
        near = cv2.approxPolyDP(hull, part * around, closed=True)
        if len(near) == 4:
            return _in_order(near.reshape(4, 2).astype(np.float64))
    return None


def _in_order(points: np.ndarray) -> Corners:
    middle = points.mean(axis=0)
    around = points[np.argsort(np.arctan2(points[:, 1] - middle[1], points[:, 0] - middle[0]))]
    return np.roll(around, -int(np.argmin(around.sum(axis=1))), axis=0)


def _may_be_a_page(corners: Corners, hull: np.ndarray, shape: tuple[int, ...]) -> bool:
    sides = np.roll(corners, -1, axis=0) - corners
    lengths = np.linalg.norm(sides, axis=1)
    if lengths.min() < 0.15 * max(shape):
        return False
    bends = [abs(np.dot(a, b)) / (np.linalg.norm(a) * np.linalg.norm(b)) for a, b in pairwise([*sides, sides[0]])]
    is_full = cv2.contourArea(hull) >= FULL * cv2.contourArea(corners.astype(np.float32))
    is_drawn = all(np.abs(side).min() <= LEVEL * max(shape) for side in sides)
    return max(bends) < SQUARE and is_full and not is_drawn
