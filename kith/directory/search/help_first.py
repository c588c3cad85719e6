"""Words about harm, or a life in danger: help comes first, and no listing is ranked by them.

Words that are low and no more have one calm line. This looks at what is typed now, to answer it, and keeps nothing.
It never judges a person."""

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


def sounds_low(text: str) -> bool:
    """Whether it is said in passing that today is hard; then one line says where help is."""
    said = _without_what_is_fine(text)
    return bool(_pattern("low").search(said) or _pattern("pointless").search(said))


def without_what_is_pointless(text: str) -> str:
    """The rest of what was said: “everything feels pointless” is nothing to look for."""
    if not _pattern("pointless").search(_plainly(text)):
        return text
    kept = [part if not _pattern("pointless").search(_plainly(part)) else "" for part in PARTS.split(text)]
    rest = " ".join(BEGINS.sub("", "".join(kept)).split())
    return rest if tokens(rest) else ""


def without_idioms(said: str) -> str:
    """A plain sentence without what people say and do not mean: “dying to try salsa” is about salsa."""
    return _pattern("near_harm").sub(" ", _pattern("idioms").sub(" ", said))


def _without_what_is_fine(text: str) -> str:
    return _pattern("idioms").sub(" ", _pattern("fine").sub(" ", _plainly(text)))


def _is_of_harm(part: str) -> bool:
    said = _pattern("both").sub(" ", _without_what_is_fine(part))
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
