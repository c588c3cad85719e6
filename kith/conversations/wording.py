"""Days and times as people say them."""

from datetime import date, time

from kith.access import clock

from .models import Meeting


def day_in_words(day: date) -> str:
    """“Tuesday 24 November”; with the year when it is not this one."""
    words = f"{day:%A} {day.day} {day:%B}"
    return words if day.year == clock.today().year else f"{words} {day.year}"


def time_in_words(at_time: time) -> str:
    """“2pm”, “6:30pm”."""
    hour = at_time.hour % 12 or 12
    minutes = f":{at_time.minute:02}" if at_time.minute else ""
    return f"{hour}{minutes}{'am' if at_time.hour < 12 else 'pm'}"


def when_in_words(meeting: Meeting) -> str:
    """“Tuesday 24 November, 2pm”, or “In the spring”."""
    if meeting.day is None:
        return meeting.window[:1].upper() + meeting.window[1:]
    words = day_in_words(meeting.day)
    return f"{words}, {time_in_words(meeting.at_time)}" if meeting.at_time else words


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


def _sentences(line: str) -> list[str]:
    parts = line.replace("! ", "!\n").replace("? ", "?\n").replace(". ", ".\n").splitlines()
    return [part.strip() for part in parts if part.strip()]
