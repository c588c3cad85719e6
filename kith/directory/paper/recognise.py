"""Letters out of a picture, by the program tesseract: a process of its own, with a limit on its time."""

import csv
import os
import shutil
import subprocess

import cv2
import numpy as np

from kith.access.refusal import Refused

from .columns import Word, in_columns, pieces_of
from .line import Line

SECONDS = 25  # by the clock on the wall: a page takes half a second, and on a machine with much to do ten
NOT_HERE = (
    "Photographs cannot be read on this machine: the package tesseract-ocr is missing. Everything can still be typed."
)
NOT_WELL = "Photographs cannot be read just now: tesseract is here and does not work. Everything can still be typed."
TOO_LONG = "Reading this took too long. A photograph of the page alone may help, and it can always be typed."
COLUMNS = ("level", "page", "block", "par", "line", "word", "left", "top", "width", "height", "conf", "text")
A_PAGE, A_HEAP = 3, 11  # how tesseract looks: for columns and paragraphs, or for any words anywhere


def can_read_pictures() -> bool:
    """Whether the program is here."""
    return shutil.which("tesseract") is not None


def lines_in(grey: np.ndarray, looking_for: int = A_PAGE) -> list[Line]:
    """The rows of words in a grey picture, in reading order, column by column. Raises `Refused`."""
    told = csv.DictReader(_said(grey, looking_for).splitlines()[1:], COLUMNS, delimiter="\t", quoting=csv.QUOTE_NONE)
    rows: dict[tuple[int, int, int], list[Word]] = {}
    for word in told:
        if word["level"] == "5" and (word["text"] or "").strip():
            rows.setdefault((int(word["block"]), int(word["par"]), int(word["line"])), []).append(_word(word))
    return in_columns([pieces_of(row, of=(block, par)) for (block, par, _), row in rows.items()])


def _word(told: dict[str, str]) -> Word:
    left, top, width, height = (int(told[side]) for side in ("left", "top", "width", "height"))
    return Word(told["text"].strip(), left, top, left + width, height, float(told["conf"]))


def _said(grey: np.ndarray, looking_for: int) -> str:
    program = shutil.which("tesseract")
    if program is None:
        raise Refused(NOT_HERE)
    words = [program, "stdin", "stdout", "-l", "eng", "--dpi", "220", "--psm", str(looking_for), "tsv"]
    picture = cv2.imencode(".pgm", grey)[1].tobytes()
    try:
        done = subprocess.run(  # noqa: S603 - a program of the system, and no word of anybody's
            words, input=picture, capture_output=True, timeout=SECONDS, check=True, env=_surroundings()
        )
    except subprocess.TimeoutExpired:
        raise Refused(TOO_LONG) from None
    except (subprocess.CalledProcessError, OSError):
        raise Refused(NOT_WELL) from None
    return done.stdout.decode("utf-8", "replace")


def _surroundings() -> dict[str, str]:
    """One thread: more of them only wait for each other on a page."""
    return {"PATH": os.environ.get("PATH", ""), "OMP_THREAD_LIMIT": "1", "LC_ALL": "C.UTF-8"} | {
        name: os.environ[name] for name in ("TESSDATA_PREFIX",) if name in os.environ
    }
