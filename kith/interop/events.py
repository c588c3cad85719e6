"""One thing in a calendar, whatever it is made from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from django.utils import timezone
from django.utils.crypto import salted_hmac

from kith.directory.occurrences import Repeats

A_DAY = timedelta(days=1)


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


def nearest(events: Iterable[Event], today: date, most: int) -> tuple[Event, ...]:
    """Those nearest to today where there are too many, in order of their days."""
    kept = sorted(events, key=lambda event: (event.repeats is None, abs(event.on - today), event.uid))[:most]
    return tuple(sorted(kept, key=lambda event: (event.on, event.uid)))
