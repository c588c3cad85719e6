"""Eleven sentences to look back with, and how the person might put each: read once from the two files in `ours`."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kith.questionnaires.reading import read_kept

from .telling import Counted, told_of_team

OURS = Path(__file__).parent / "ours"
LEAST, MOST = 1, 9
OFTEN = 7  # from here on it is told to a team as “7 to 9”


@dataclass(frozen=True)
class Sentence:
    """`theirs`: the same as the person might say it."""

    key: str
    words: str
    theirs: str


@cache
def sentences() -> tuple[Sentence, ...]:
    """In the order of the file."""
    theirs = _asked("how-we-work-together")
    return tuple(Sentence(key, words, theirs[key]) for key, words in _asked("how-i-work").items())


def _asked(name: str) -> dict[str, str]:
    form = read_kept((OURS / f"{name}.json").read_text(encoding="utf-8"))
    return {each.link_id: each.words for each in form.all_questions() if each.kind == "integer"}


def told_of_sentence(numbers: dict[int, int]) -> str:
    """How many of a team's workers gave 7 to 9, as every total of the mirror is told. By the keys of workers."""
    return told_of_team({who: Counted({who: (int(number >= OFTEN), 1)}) for who, number in numbers.items()})
