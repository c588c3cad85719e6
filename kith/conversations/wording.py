"""Days and times as people say them."""

from datetime import date

from kith.access import clock
from kith.design.telling import clock_words, day_words

from .models import Meeting


def day_in_words(day: date) -> str:
    """“Tuesday 24 November”; with the year when it is not this one."""
    return day_words(day, clock.today())


def when_in_words(meeting: Meeting) -> str:
    """“Tuesday 24 November, 2pm”, or “In the spring”."""
    if meeting.day is None:
        return meeting.window[:1].upper() + meeting.window[1:]
    words = day_in_words(meeting.day)
    return f"{words}, {clock_words(meeting.at_time)}" if meeting.at_time else words


def weeks_ago(day: date) -> str:
    """“14 weeks ago”, “yesterday”: how long since, roughly."""
    days = (clock.today() - day).days
    if days < 2:
        return ("today", "yesterday")[max(days, 0)]
    if days < 14:
        return f"{days} days ago"
    return f"{round(days / 7)} weeks ago"


def first_lines(words: str, count: int = 3) -> list[str]:
    """The first few lines, or sentences where it is all one line, for somebody who reads no more."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    if len(lines) < count:
        lines = [part for line in lines for part in _sentences(line)]
    return lines[:count]


def listed(words: list[str]) -> str:
    """“chess, running and tea”."""
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def _sentences(line: str) -> list[str]:
    parts = line.replace("! ", "!\n").replace("? ", "?\n").replace(". ", ".\n").splitlines()
    return [part.strip() for part in parts if part.strip()]
