"""The forms that come with Kith."""

from pathlib import Path

import kith.questionnaires
from kith.questionnaires.reading import read
from kith.questionnaires.sources import KNOWN_NAMES
from kith.questionnaires.structure import Form

FOLDER = Path(kith.questionnaires.__file__).parent / "ours"
NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))


def text(name: str) -> str:
    return (FOLDER / f"{name}.json").read_text(encoding="utf-8")


def form(name: str) -> Form:
    return read(text(name), KNOWN_NAMES)
