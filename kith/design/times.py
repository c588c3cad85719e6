"""Reading a time of day as people write it: "14:00", "2pm", "2.30pm", "6:30 pm"."""

import re
from collections.abc import Iterable
from datetime import time

SURE_OF_THE_HALF = re.compile(r"^\s*(?:at\s+)?(\d{1,2}(?:[.:]\d{2})?\s*[ap]m|(?:1[3-9]|2[0-3])[.:]\d{2})\b", re.I)
NOT_SURE = re.compile(r"^\s*(?:at\s+)?(\d{1,2}[.:]\d{2})\b", re.I)
TIME = re.compile(r"^(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))? ?(?P<half>am|pm)?$")


def read_time(typed: str) -> time | None:
    """A time as people write it: "14:00", "2pm", "2.30 pm", "9.15am". None when unreadable."""
    found = TIME.match(typed.strip().lower())
    if not found:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if found["half"] and hour <= 12:
        hour = hour % 12 + (12 if found["half"] == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def clock_in(words: str, usual: Iterable[time]) -> time | None:
    """The time of day with which some words begin, such as “6:50 at the gate”. Where they do not say which half of
    the day, it is the one near a usual time; None where that is not known either."""
    if sure := SURE_OF_THE_HALF.match(words):
        return read_time(sure[1])
    unsure = NOT_SURE.match(words)
    read = read_time(unsure[1]) if unsure else None
    if read is None:
        return None
    halves = (read, read.replace(hour=(read.hour + 12) % 24))
    near = [half for half in halves for each in usual if abs(half.hour - each.hour) <= 1]
    return near[0] if near else None
