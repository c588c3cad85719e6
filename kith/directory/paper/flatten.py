"""The page alone, as if it lay flat under even light: dark letters on white, in rows."""

import cv2
import numpy as np

from .corners import Corners, corners_in
from .light import evenly_lit
from .sheets import Picture
from .upright import quarter_turns

SHORT, LONG = 1_900, 2_700  # dots along the sides of a page: what the reader likes best
TURNED_AT = 1_200  # dots along its longer side: so much smaller it is looked at to find out which way is up
SEEN_AT = 0.25  # so much smaller the page is turned, to find its rows


def flat(picture: Picture) -> np.ndarray:
    """A grey picture of the page, the right way up, ready to be read."""
    corners = corners_in(picture)
    page = picture if corners is None else _seen_from_above(picture, corners)
    grey = _upright(cv2.cvtColor(page, cv2.COLOR_RGB2GRAY))
    return _straight(evenly_lit(_as_large_as_is_good(grey)))


def _upright(grey: np.ndarray) -> np.ndarray:
    scale = min(1.0, TURNED_AT / max(grey.shape))
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return np.ascontiguousarray(np.rot90(grey, quarter_turns(evenly_lit(small))))


def _seen_from_above(picture: Picture, corners: Corners) -> Picture:
    top_left, top_right, bottom_right, bottom_left = corners
    across = max(np.linalg.norm(top_right - top_left), np.linalg.norm(bottom_right - bottom_left))
    down = max(np.linalg.norm(bottom_left - top_left), np.linalg.norm(bottom_right - top_right))
    scale = _scale(across, down)
    wide, high = int(across * scale), int(down * scale)
    onto = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32)
    turn = cv2.getPerspectiveTransform(corners.astype(np.float32), onto)
    return cv2.warpPerspective(picture, turn, (wide, high), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)


def _scale(wide: float, high: float) -> float:
    return min(SHORT / max(min(wide, high), 1), LONG / max(wide, high, 1))


def _as_large_as_is_good(grey: np.ndarray) -> np.ndarray:
    scale = _scale(*grey.shape)
    how = cv2.INTER_CUBIC if scale > 1 else cv2.INTER_AREA
    return grey if 0.95 < scale < 1.05 else cv2.resize(grey, None, fx=scale, fy=scale, interpolation=how)


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
