"""What always stands in a question, written into its words. A database that plans it once for all values then sees
which of its ways in are open: an index of some rows alone helps only where it is plain that no others are asked for."""

import re
from typing import Any

from .stand_ins import NO_NUMBER, Place

PERCENT_OR_PLACE = re.compile("%%|%s")
NUL = "\0"  # no database takes it in words; given apart, it is refused in its own way


def written_out(sql: str, places: list[Place]) -> tuple[str, list[Place]]:
    """The question, and the places that are still open in it."""
    rest, still_open = iter(places), []

    def words_at(found: re.Match) -> str:
        if found[0] == "%%":
            return "%%"
        place = next(rest)
        words = None if place.number != NO_NUMBER else _as_written(place.value)
        if words is None:
            still_open.append(place)
            return "%s"
        return words.replace("%", "%%")

    return PERCENT_OR_PLACE.sub(words_at, sql), still_open


def _as_written(value: Any) -> str | None:
    """None for what is better given apart: there a database is told what kind of thing it is."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int):
        return str(int(value))
    if isinstance(value, str) and NUL not in value and "\\" not in value:
        return "'" + value.replace("'", "''") + "'"
    return None
