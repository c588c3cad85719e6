"""Cells of a spreadsheet that say yes or no, one of a few, or which week of a month."""

import re

from kith.directory.models import Audience

from .setting import setting_told
from .text import one_line, plain_text

YES, NO = frozenset({"yes", "y", "true", "1", "x", "✓"}), frozenset({"no", "n", "false", "0"})
WEEKS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "5th": 5, "last": -1}
WEEK = re.compile(rf"\b({'|'.join(WEEKS)})\b", re.I)


def fields_in(row: dict[str, str]) -> dict:
    """Fields of an Activity, from headings that hardly any list has."""
    return {
        "setting": setting_told(row["setting"]),
        "getting_there": plain_text(row["getting there"]),
        "what_to_expect": plain_text(row["expect"]),
        "form_asks": plain_text(row["form asks"]),
        "kit_words": one_line(row["kit"], 200),
        "travel_words": one_line(row["travel"], 200),
        "needs_funding": yes_or_no(row["funding"]),
        "taster": yes_or_no(row["taster"]),
        "audience": _audience(row["audience"]),
    }


def yes_or_no(written: str) -> bool | None:
    """What a cell says; None where it says neither."""
    said = written.strip().casefold()
    return True if said in YES else False if said in NO else None


def weeks_in(written: str) -> list[int]:
    """The weeks of a month that are named: “last Friday” is -1, “1st and 3rd” are 1 and 3."""
    return list(dict.fromkeys(WEEKS[found[1].lower()] for found in WEEK.finditer(written)))


def _audience(written: str) -> str:
    said = written.strip().casefold()
    return said if said in Audience.values else Audience.UNKNOWN.value
