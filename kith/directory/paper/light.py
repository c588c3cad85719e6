"""Even light, and dark letters on white: also where a shadow lies, and where letters are light on a dark ground."""

import cv2
import numpy as np

INK = 36  # steps of grey between ground and letters, at the least
GROUND_AT, SEEN_AT = 4, 8  # the ground is looked at so much smaller
WIDEST_STROKE = 19  # of a letter, in dots of the smaller picture
DIM = 14  # so dark that specks say nothing
BLACK, WHITE = 70, 212  # what is darker is all ink, and what is lighter is all paper


def evenly_lit(grey: np.ndarray) -> np.ndarray:
    """The same picture as ink on white paper. Light letters are turned round."""
    calm = cv2.medianBlur(grey, 3)
    dark_ink = _on_white(calm)
    where = _light_letters(calm)
    if not where.any():
        return dark_ink
    return np.where(where, _turned_round(calm), dark_ink)


def _on_white(grey: np.ndarray) -> np.ndarray:
    """Each dot against the paper around it; specks of paper become white."""
    return _curved(cv2.divide(grey, np.maximum(_ground(grey, cv2.MORPH_CLOSE), DIM), scale=255))


def _turned_round(grey: np.ndarray) -> np.ndarray:
    """The dark ground against each dot: letters that are lighter than it become ink."""
    return _curved(cv2.divide(cv2.add(_ground(grey, cv2.MORPH_OPEN), DIM), cv2.add(grey, DIM), scale=255))


def _ground(grey: np.ndarray, way: int) -> np.ndarray:
    """What lies under the letters: strokes are closed over, or opened."""
    small = cv2.resize(grey, None, fx=1 / GROUND_AT, fy=1 / GROUND_AT, interpolation=cv2.INTER_AREA)
    stroke = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (WIDEST_STROKE, WIDEST_STROKE))
    ground = cv2.GaussianBlur(cv2.morphologyEx(small, way, stroke), (0, 0), 2)
    return cv2.resize(ground, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)


def _curved(against: np.ndarray) -> np.ndarray:
    curve = np.clip((np.arange(256) - BLACK) * (255 / (WHITE - BLACK)), 0, 255).astype(np.uint8)
    return cv2.LUT(against, curve)


def _light_letters(grey: np.ndarray) -> np.ndarray:
    """Where the ground is nearer to its darkest than to its lightest, the letters are the light part."""
    small = cv2.medianBlur(cv2.resize(grey, None, fx=1 / SEEN_AT, fy=1 / SEEN_AT, interpolation=cv2.INTER_AREA), 3)
    around = np.ones((11, 11), np.uint8)
    lightest, darkest = (each(small, around).astype(np.float32) for each in (cv2.dilate, cv2.erode))
    ground = cv2.medianBlur(small, 25).astype(np.float32)
    says = np.where(lightest - darkest > INK, lightest + darkest - 2 * ground, 0).astype(np.float32)
    light = (cv2.GaussianBlur(says, (0, 0), 5) > 2).astype(np.uint8)
    return cv2.resize(light, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_NEAREST).astype(bool)
