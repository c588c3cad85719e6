"""On which occasion something short may be asked once: a meeting, else the day. A meeting is known by its public id
alone: what meetings are stands further up."""

import re
from datetime import date

from kith.access import clock

PUBLIC_ID = re.compile(r"[\w-]{6,40}")


def occasion_of(meeting: str) -> str:
    """`meeting`: its public id; anything else is today."""
    return f"meeting {meeting}" if PUBLIC_ID.fullmatch(meeting) else of_day(clock.today())


def of_day(day: date) -> str:
    return f"day {day.isoformat()}"
