"""Days and times as people say them."""

from datetime import date, datetime

from django.utils import timezone

from kith.access import clock
from kith.design.telling import clock_words, day_words

from .models import Decision, Meeting


def day_in_words(day: date, *, with_year: bool = False) -> str:
    """“Tuesday 24 November”; with the year when it is not this one, or when asked."""
    return f"{day_words(day)} {day.year}" if with_year else day_words(day, clock.today())


def when_in_words(meeting: Meeting) -> str:
    """“Tuesday 24 November, 2pm”, or “In the spring”."""
    if meeting.day is None:
        return meeting.window[:1].upper() + meeting.window[1:]
    words = day_in_words(meeting.day)
    second = ", the second time round" if meeting.is_second else ""
    return f"{words}, {clock_words(meeting.at_time)}{second}" if meeting.at_time else words


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


def decided_words(decision: Decision, meeting: Meeting) -> str:
    """Who decided, by name: “Greg decided”. Empty where nobody said."""
    return {
        Decision.DecidedBy.INDIVIDUAL: f"{meeting.individual.called} decided",
        Decision.DecidedBy.WORKER: f"{meeting.partnership.user.first_name} decided",
        Decision.DecidedBy.BOTH: "decided together",
        Decision.DecidedBy.OTHERS: "somebody else decided",
    }.get(decision.decided_by, "")


def moment_in_words(at: datetime) -> str:
    """“2:14pm” today; “2:14pm on Tuesday 24 November” before that."""
    here = timezone.localtime(at)
    words = clock_words(here.time())
    return words if here.date() == clock.today() else f"{words} on {day_in_words(here.date())}"
