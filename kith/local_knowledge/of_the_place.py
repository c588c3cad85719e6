"""What is written of a place has to be of the place: words that tell of a person are asked to be put another way."""

import re
from collections.abc import Iterable

ORDINARY_WORDS = (
    "april art autumn baker banks bell best bill bird black bob brook brown bush carol carter church clay cook cross "
    "dale dawn day de dean faith field ford fox frank gates gold good grace grant gray green guy hall hill hope house "
    "ivy jack joy june key king knight la lane law lily little long love mark marsh mason may miles miller olive page "
    "park parks pat pearl penny pool poppy power price ray reed rich rob robin rose ruby sharp short small stone "
    "street sue summer swift taylor the train van violet walker walk ward waters way well wells west white will winter "
    "wise wood woods young"
)
WORDS_THAT_ARE_NAMES = frozenset(ORDINARY_WORDS.split())
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
    """The first of these names that stands in the words, however it is written; "" where there is none."""
    there = (name for name in names if name.strip() and _is_in(name.strip(), words, re.IGNORECASE))
    return next(there, "")


def parts_of(*names: str) -> list[str]:
    """Every name whole, and each part of it that is longer than a letter: “Greg Hall”, “Greg”, “Hall”. The
    small words within one are none: “van der”."""
    split = [part.strip(".,()") for name in names for part in name.split() if name.islower() or not part.islower()]
    return list(dict.fromkeys(part for part in (*names, *split) if len(part.strip()) > 1))


def written_as_names(words: str, names: Iterable[str]) -> str:
    """The same, but a name that is an ordinary word as well counts where it is written as a name: you may come early,
    and May did."""
    written = [(name, each) for name in names if name.strip() for each in _as_written(name.strip())]
    return next((name for name, (each, flags) in written if _is_in(each, words, flags)), "")


def _as_written(name: str) -> list[tuple[str, int]]:
    if name.casefold() not in WORDS_THAT_ARE_NAMES:
        return [(name, re.IGNORECASE)]
    return [(each, 0) for each in (name.capitalize(), name.upper())]


def _is_in(name: str, words: str, flags: int) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words, flags) is not None
