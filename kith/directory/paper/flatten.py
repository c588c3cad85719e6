"""The page alone, as if it lay flat under even light: dark letters on white, in rows."""

import cv2
import numpy as np

from .corners import Corners, corners_in
from .light import evenly_lit
from .sheets import Picture

WIDE = 1_900  # dots across a page: what the reader likes best
MOST_HIGH = 2_700
SEEN_AT = 0.25  # so much smaller the page is turned, to find its rows


def flat(picture: Picture) -> np.ndarray:
    """A grey picture of the page, ready to be read."""
    corners = corners_in(picture)
    page = picture if corners is None else _seen_from_above(picture, corners)
    grey = cv2.cvtColor(_as_wide_as_is_good(page), cv2.COLOR_RGB2GRAY)
    return _straight(evenly_lit(grey))


def _seen_from_above(picture: Picture, corners: Corners) -> Picture:
    top_left, top_right, bottom_right, bottom_left = corners
    across = max(np.linalg.norm(top_right - top_left), np.linalg.norm(bottom_right - bottom_left))
    down = max(np.linalg.norm(bottom_left - top_left), np.linalg.norm(bottom_right - top_right))
    wide, high = WIDE, int(min(MOST_HIGH, WIDE * down / max(across, 1)))
    onto = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32)
    turn = cv2.getPerspectiveTransform(corners.astype(np.float32), onto)
    return cv2.warpPerspective(picture, turn, (wide, high), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)


def _as_wide_as_is_good(page: Picture) -> Picture:
    high, wide = page.shape[:2]
    scale = min(WIDE / wide, MOST_HIGH / high)
    how = cv2.INTER_CUBIC if scale > 1 else cv2.INTER_AREA
    return page if 0.95 < scale < 1.05 else cv2.resize(page, None, fx=scale, fy=scale, interpolation=how)


def _straight(grey: np.ndarray) -> np.ndarray:
    """Turned by up to five degrees, so that rows of letters lie level."""
    degrees = _tilt_of(grey)
    if abs(degrees) < 0.3:
        return grey
    high, wide = grey.shape
    turn = cv2.getRotationMatrix2D((wide / 2, high / 2), degrees, 1)
    return cv2.warpAffine(grey, turn, (wide, high), flags=cv2.INTER_CUBIC, borderValue=255)


def _tilt_of(grey: np.ndarray) -> float:
    """The turn at which rows and gaps differ most."""
    ink = 255 - cv2.resize(grey, None, fx=SEEN_AT, fy=SEEN_AT, interpolation=cv2.INTER_AREA)
    high, wide = ink.shape

    def unevenness(degrees: float) -> float:
        turn = cv2.getRotationMatrix2D((wide / 2, high / 2), degrees, 1)
        return float(np.var(cv2.warpAffine(ink, turn, (wide, high)).sum(axis=1, dtype=np.int64)))

    coarse = max(np.arange(-5, 5.5, 1), key=unevenness)
    return float(max(np.arange(coarse - 0.75, coarse + 1, 0.25), key=unevenness))
