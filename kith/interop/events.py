"""One thing in a calendar, whatever it is made from."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from django.utils import timezone
from django.utils.crypto import salted_hmac

from kith.design.times import read_time
from kith.directory.occurrences import Repeats

A_DAY = timedelta(days=1)
SURE_OF_THE_HALF = re.compile(r"^\s*(?:at\s+)?(\d{1,2}(?:[.:]\d{2})?\s*[ap]m|(?:1[3-9]|2[0-3])[.:]\d{2})\b", re.I)
NOT_SURE = re.compile(r"^\s*(?:at\s+)?(\d{1,2}[.:]\d{2})\b", re.I)


@dataclass(frozen=True)
class Event:
    """Days are dates, times are local. `ends` of whole days is the day after, as calendars want it."""

    uid: str
    title: str
    starts: date | datetime
    ends: date | datetime | None = None
    place: str = ""
    words: str = ""
    is_free: bool = False  # takes up nobody's time
    is_off: bool = False
    sequence: int = 0
    repeats: Repeats | None = None

    @property
    def on(self) -> date:
        """The day it is on, or begins on."""
        return self.starts.date() if isinstance(self.starts, datetime) else self.starts


def uid_of(kind: str, public_id: str) -> str:
    """Always the same for the same thing, and tells nothing of it: neither what it is nor whose."""
    return str(UUID(bytes=salted_hmac("kith.interop.uid", f"{kind} {public_id}", algorithm="sha256").digest()[:16]))


def whole_day(day: date) -> dict:
    """Begin and end of an event of one day that leaves the time free."""
    return {"starts": day, "ends": day + A_DAY, "is_free": True}


def at(day: date, time_of_day: time, *, is_second: bool = False) -> datetime:
    """A local time. Of one that comes twice that night, the first unless the second was meant."""
    return datetime.combine(day, time_of_day, tzinfo=timezone.get_default_timezone()).replace(fold=int(is_second))


def after(moment: datetime, minutes: int) -> datetime:
    """So many minutes later, as a watch counts them when the clocks change in between."""
    return (moment.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(moment.tzinfo)


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


def nearest(events: Iterable[Event], today: date, most: int) -> tuple[Event, ...]:
    """Those nearest to today where there are too many, in order of their days."""
    kept = sorted(events, key=lambda event: (event.repeats is None, abs(event.on - today), event.uid))[:most]
    return tuple(sorted(kept, key=lambda event: (event.on, event.uid)))
