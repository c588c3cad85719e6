"""How times are written for people, and read from them."""

import math
import re

TIME_TAKEN = re.compile(r"^(?:(\d{1,2})[:.])?(\d{1,3})[:.]([0-5]\d)$")


def seconds_in(words: str) -> float | None:
    """How long “27:40” or “1:02:30” is, in seconds; None when it is not written like that."""
    found = TIME_TAKEN.match(words.strip())
    if not found:
        return None
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return float(hours * 3600 + minutes * 60 + seconds)


def number_in(words: str) -> float | None:
    """The number in “3.5” or “1,200”; None when there is none."""
    try:
        number = float(words.strip().replace(",", ""))
    except ValueError:
        return None
    return number if math.isfinite(number) else None
