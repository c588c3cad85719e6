"""How times are written for people, and read from them."""

import math
import re
from datetime import time

TIME_TAKEN = re.compile(r"^(?:(\d{1,2})[:.])?(\d{1,3})[:.]([0-5]\d)$")


def clock_words(at: time | None) -> str:
    """A time of day as people here say it: “6:30pm”, “7pm”."""
    if at is None:
        return ""
    minutes = f":{at.minute:02}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes}{'am' if at.hour < 12 else 'pm'}"


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
