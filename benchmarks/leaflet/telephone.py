"""Photographs as telephones take them: large and small, sideways and upside down, on a table, a cloth or a desk."""

import io

import cv2
import numpy as np
from PIL import Image

from .spoiling import Rows

BENT = 0.05  # of the photograph: how far a corner lies from where it should
TURN = 5.0  # degrees, at most
EDGE = 0.08  # of the photograph, around the page
NOTES = {90: 6, 180: 3, 270: 8}  # what a camera writes beside a picture that was turned so far


def photographed(page: Image.Image, how: dict, seed: int) -> bytes:
    """The page as a JPEG. `how` has `turned`, `side`, `table`, `shadow`, and perhaps `noted`, `blurred`, `curled`,
    `bent` and `quality`."""
    chance = np.random.default_rng(seed)
    rows = np.asarray(page)
    high, wide = (how["side"], round(how["side"] * 0.75))
    size = (wide, high) if rows.shape[0] > rows.shape[1] else (high, wide)
    sheet = _curled(rows, how.get("curled", 0))
    seen = _on_it(sheet, TABLES[how["table"]](size, chance), size, chance, how.get("bent", BENT))
    lit = seen.astype(np.float32) * _light(size, how["shadow"], chance)[:, :, None]
    blurred = cv2.GaussianBlur(lit, (0, 0), how.get("blurred", 1) * 0.9 * how["side"] / 2_000)
    noisy = np.clip(blurred + chance.normal(0, 7, blurred.shape).astype(np.float32), 0, 255).astype(np.uint8)
    return _saved(np.rot90(noisy, how["turned"] // 90), how)


def _saved(rows: Rows, how: dict) -> bytes:
    picture, note = Image.fromarray(rows), Image.Exif()
    if how.get("noted"):
        note[0x0112] = NOTES[how["turned"]]
    made = io.BytesIO()
    picture.save(made, "JPEG", quality=how.get("quality", 60), exif=note)
    return made.getvalue()


def _grained(size: tuple[int, int], chance, colour: tuple[int, ...], depth: float) -> Rows:
    wide, high = size
    grain = cv2.GaussianBlur(chance.normal(0, 40, (high // 2, wide // 2)).astype(np.float32), (0, 0), 30, sigmaY=1.5)
    grain = cv2.resize(grain, size)
    return np.clip(np.array(colour, np.float32) + grain[:, :, None] * depth, 0, 255).astype(np.uint8)


def _checked(size: tuple[int, int], chance) -> Rows:
    wide, high = size
    across, down = np.meshgrid(np.arange(wide) * 14 // wide, np.arange(high) * 18 // high)
    one, other = chance.integers(30, 150, (2, 3))
    return np.where(((across + down) % 2)[:, :, None] == 0, one, other).astype(np.uint8)


TABLES = {
    "wood": lambda size, chance: _grained(size, chance, (92, 64, 44), 4),
    "light": lambda size, chance: _grained(size, chance, (186, 158, 120), 2),
    "cloth": _checked,
}


def _curled(page: Rows, how_much: float) -> Rows:
    """A page that does not lie flat: its rows rise in the middle, by a share of its height."""
    if not how_much:
        return page
    high, wide = page.shape[:2]
    across, down = np.meshgrid(np.arange(wide, dtype=np.float32), np.arange(high, dtype=np.float32))
    rise = how_much * high * np.sin(np.pi * across / wide) * (1 - 0.6 * down / high)
    how = cv2.INTER_LINEAR
    return cv2.remap(page, across, (down + rise).astype(np.float32), how, borderMode=cv2.BORDER_REPLICATE)


def _on_it(page: Rows, table: Rows, size: tuple[int, int], chance, how_bent: float) -> Rows:
    wide, high = size
    flat = np.array([[EDGE, EDGE], [1 - EDGE, EDGE], [1 - EDGE, 1 - EDGE], [EDGE, 1 - EDGE]])
    bent = (flat + chance.uniform(-how_bent, how_bent, (4, 2))) * size
    turn = cv2.getRotationMatrix2D((wide / 2, high / 2), chance.uniform(-TURN, TURN), 1)
    corners = (np.hstack([bent, np.ones((4, 1))]) @ turn.T).astype(np.float32)
    page_high, page_wide = page.shape[:2]
    from_page = np.array([[0, 0], [page_wide, 0], [page_wide, page_high], [0, page_high]], np.float32)
    onto = cv2.getPerspectiveTransform(from_page, corners)
    how = cv2.INTER_AREA if wide < page_wide else cv2.INTER_CUBIC
    cv2.warpPerspective(page, onto, size, dst=table, flags=how, borderMode=cv2.BORDER_TRANSPARENT)
    return table


def _light(size: tuple[int, int], shadow: str, chance) -> np.ndarray:
    """Brighter at one side; and the shadow of a hand across a corner, or of a window's bar across the middle."""
    wide, high = size
    across, down = np.meshgrid(np.linspace(0, 1, wide), np.linspace(0, 1, high))
    angle = chance.uniform(0, 2 * np.pi)
    slope = 0.76 + 0.26 * (np.cos(angle) * (across - 0.5) + np.sin(angle) * (down - 0.5)) * 2
    at = chance.uniform(0.5, 0.8)
    lies = across + down < at if shadow == "hand" else abs(across * 0.4 + down - at) < 0.16
    soft = cv2.GaussianBlur(lies.astype(np.float32), (0, 0), 0.02 * max(size))
    return (slope * (1 - 0.42 * soft)).astype(np.float32)
