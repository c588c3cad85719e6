"""Words about harm, or a life in danger: help comes first, and no listing is ranked by them.

This looks at what is typed now, to answer it, and keeps nothing. It never judges a person."""

import re
import tomllib
from functools import cache
from pathlib import Path

from .words import tokens

FILE = Path(__file__).with_name("help_first.toml")
PARTS = re.compile(
    r"([.,;:!?\n()–—…]+|\b(?:and(?! (?:not|never)\b)|but|because|so|although|though|then|plus)\b)", re.IGNORECASE
)
BEGINS = re.compile(r"^(?:[\s.,;:!?()–—…]|\b(?:and|but|because|so|although|though|then|plus)\b)+", re.IGNORECASE)


def asks_for_help(text: str) -> bool:
    """Whether who is there now is to be shown first."""
    return _is_of_harm(text) or bool(_pattern("both").search(_plainly(text)))


def without_harm(text: str) -> str:
    """The rest of what was said: every part of a sentence that speaks of harm goes, whole."""
    if not _is_of_harm(text):
        return text
    said = PARTS.split(text)  # parts of sentences, with what stands between them
    if not any(map(_is_of_harm, said)):  # said across two of them
        return ""
    kept = ["" if _is_of_harm(part) else part for part in said]
    rest = "".join(kept) if any(tokens(part) for part in kept[::2]) else ""
    return " ".join(BEGINS.sub("", rest).split())


def _is_of_harm(part: str) -> bool:
    said = _pattern("both").sub(" ", _pattern("fine").sub(" ", _plainly(part)))
    return bool(_pattern("harm").search(said))


def _plainly(text: str) -> str:
    return " ".join(tokens(text))


@cache
def _pattern(name: str) -> re.Pattern:
    """All the phrases of one list."""
    phrases = tomllib.loads(FILE.read_text(encoding="utf-8"))[name]
    return re.compile("|".join(rf"\b{_phrase(phrase)}\b" for phrase in phrases))


def _phrase(written: str) -> str:
    *first, last = written.split()
    return "".join(map(_before, first)) + _either(last)


def _before(word: str) -> str:
    return f"(?:{_either(word)} )?" if word.endswith("?") else f"{_either(word)} "


def _either(word: str) -> str:
    return f"(?:{'|'.join(map(re.escape, word.removesuffix('?').split('/')))})"
