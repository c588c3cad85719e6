"""What is written of a place has to be of the place: words that tell of a person are asked to be put another way."""

import re
from collections.abc import Iterable

OF_SOMEBODY = re.compile(
    r"(?<!\w)(?:he|she|him|her|his|hers|himself|herself|(?:wo)?man|lad|lass|boy|girl|bloke|gentleman|lady|"
    r"years?[ -]old|diagnos\w*|mental health|illness|medication)(?!\w)",
    re.IGNORECASE,
)


def tells_of_somebody(words: str) -> str:
    """The first word that seems to describe a person; "" where there is none."""
    found = OF_SOMEBODY.search(words)
    return found.group(0) if found else ""


def names_in(words: str, names: Iterable[str]) -> str:
    """The first of these names that stands in the words; "" where there is none."""
    there = (name for name in names if name.strip() and _is_in(name.strip(), words))
    return next(there, "")


def _is_in(name: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words, re.IGNORECASE) is not None
