"""The questions of “who can ask for this?”, with words to begin with. A manager writes the organisation's own."""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class Question:
    """One question, and our words for it."""

    key: str
    title: str
    words: str


@dataclass(frozen=True)
class Shown:
    """An answer as a page shows it. While the words are ours nobody here has checked them: they are general
    information of that day, and `owner` says who looks after them."""

    key: str
    title: str
    words: str
    owner: str
    of: date
    is_checked: bool


_FILE = tomllib.loads((Path(__file__).parent / "answers.toml").read_text(encoding="utf-8"))
OURS_ARE_OF: date = _FILE["of"]
OURS_ARE_BY: str = _FILE["looked_after_by"]
QUESTIONS = {key: Question(key, each["title"], each["words"].strip()) for key, each in _FILE["questions"].items()}
