"""What happens to a page on its way to us: laid on a scanner a little crooked, or photographed on a table."""

import io

import cv2
import numpy as np
from PIL import Image

from .drawing import HIGH, WIDE

PHOTO = (1_600, 2_000)  # across and down
BENT = 0.045  # of the photograph: how far a corner lies from where it should
TURN = 4.0  # degrees, at most
Rows = np.ndarray


def as_file(page: Image.Image, kind: str, seed: int) -> bytes:
    """The page as a file: clean, scan or photo. The same seed spoils it alike."""
    chance = np.random.default_rng(seed)
    if kind == "scan":
        return _saved(_scanned(page, chance), "JPEG", quality=80)
    if kind == "photo":
        return _saved(_photographed(page, chance), "JPEG", quality=60)
    return _saved(np.asarray(page), "PNG")


def _saved(rows: Rows, format: str, **how) -> bytes:
    made = io.BytesIO()
    Image.fromarray(rows).save(made, format, **how)
    return made.getvalue()


def _scanned(page: Image.Image, chance) -> Rows:
    grey = np.asarray(page.convert("L"))
    high, wide = grey.shape
    turn = cv2.getRotationMatrix2D((wide / 2, high / 2), chance.choice((-1.2, 1.2)), 1)
    turned = cv2.warpAffine(grey, turn, (wide, high), borderMode=cv2.BORDER_REPLICATE)
    return _noisy(turned.astype(np.float32) * 0.92 + 12, chance, 9)


def _photographed(page: Image.Image, chance) -> Rows:
    on_table = _at_an_angle(np.asarray(page), _table(chance), chance).astype(np.float32)
    lit = on_table * _light(chance)[:, :, None]
    blurred = cv2.GaussianBlur(lit, (0, 0), 0.9)
    return _noisy(blurred, chance, 7)


def _table(chance) -> Rows:
    """Dark wood: a colour with a grain across it."""
    wide, high = PHOTO
    grain = cv2.GaussianBlur(chance.normal(0, 40, (high, wide)).astype(np.float32), (0, 0), sigmaX=40, sigmaY=1.5)
    return np.clip(np.array([78, 56, 40]) + grain[:, :, None] * 4, 0, 255).astype(np.uint8)


def _at_an_angle(page: Rows, table: Rows, chance) -> Rows:
    wide, high = PHOTO
    edge = 0.09
    flat = np.array([[edge, edge], [1 - edge, edge], [1 - edge, 1 - edge], [edge, 1 - edge]])
    bent = (flat + chance.uniform(-BENT, BENT, (4, 2))) * PHOTO
    turn = cv2.getRotationMatrix2D((wide / 2, high / 2), chance.uniform(-TURN, TURN), 1)
    corners = (np.hstack([bent, np.ones((4, 1))]) @ turn.T).astype(np.float32)
    from_page = np.array([[0, 0], [WIDE, 0], [WIDE, HIGH], [0, HIGH]], np.float32)
    how = cv2.getPerspectiveTransform(from_page, corners)
    cv2.warpPerspective(page, how, PHOTO, dst=table, flags=cv2.INTER_AREA, borderMode=cv2.BORDER_TRANSPARENT)
    return table


def _light(chance) -> Rows:
    """Brighter at one side, and the shadow of somebody's hand across a corner."""
    wide, high = PHOTO
    across, down = np.meshgrid(np.linspace(0, 1, wide), np.linspace(0, 1, high))
    angle = chance.uniform(0, 2 * np.pi)
    slope = 0.78 + 0.24 * (np.cos(angle) * (across - 0.5) + np.sin(angle) * (down - 0.5)) * 2
    hand = cv2.GaussianBlur((across + down < chance.uniform(0.5, 0.8)).astype(np.float32), (0, 0), 45)
    return (slope * (1 - 0.38 * hand)).astype(np.float32)


def _noisy(rows: Rows, chance, how_much: float) -> Rows:
    return np.clip(rows + chance.normal(0, how_much, rows.shape), 0, 255).astype(np.uint8)
