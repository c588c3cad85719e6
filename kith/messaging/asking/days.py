"""When somebody is asked about a day. Days are days where the team works; nobody is asked early or late."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from kith.messaging.models import Ask
from kith.people.polite import FROM, UNTIL

TEN, SIX = time(10), time(18)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
WEEK = 7
LOOKS_BACK = timedelta(days=14)  # what is older than this is neither asked nor listed


@dataclass(frozen=True)
class Rhythm:
    """On which weekdays it happens, from when, and when the question follows."""

    weekdays: frozenset[int]
    starts: time | None
    when: str = Ask.When.USUAL
    at_time: time | None = None

    @classmethod
    def of(cls, ask: Ask) -> "Rhythm":
        goal = ask.goal
        days = ask.weekdays or ([] if goal.weekday is None else [goal.weekday])
        return cls(frozenset(days), goal.at_time, ask.when, ask.at_time)

    def asked_at(self, day: date) -> datetime:
        """The instant at which the question about this day is due."""
        next_day, at = self._same_day_or_next()
        return timezone.make_aware(datetime.combine(day + DAY if next_day else day, at))

    def next_after(self, now: datetime) -> tuple[date, datetime] | tuple[None, None]:
        """The first day whose question is due after this instant, and when."""
        today = timezone.localtime(now).date()
        found = ((day, self.asked_at(day)) for day in self.days(today - DAY, today + timedelta(days=WEEK)))
        return next(((day, at) for day, at in found if at > now), (None, None))

    def due(self, first: date, now: datetime) -> list[date]:
        """The days from this one on whose question is due by now, oldest first."""
        today = timezone.localtime(now).date()
        days = self.days(max(first, today - LOOKS_BACK), today)
        return [day for day in days if self.asked_at(day) <= now]

    def days(self, first: date, last: date) -> Iterator[date]:
        """Every such weekday from the first day to the last."""
        span = (last - first).days + 1
        return (day for day in (first + timedelta(days=n) for n in range(span)) if day.weekday() in self.weekdays)

    def _same_day_or_next(self) -> tuple[bool, time]:
        """Whether it is the next day, and at what time. Never before it has happened, nor in the quiet hours."""
        if self.when == Ask.When.TIME and self.at_time:
            return self.starts is not None and self.at_time <= self.starts, self.at_time
        if self.when == Ask.When.EVENING and not is_late_for_the_evening(self.starts):
            return False, SIX
        if self.when == Ask.When.USUAL and self.starts and _an_hour_after(self.starts) < UNTIL:
            return False, max(_an_hour_after(self.starts), FROM)
        return True, TEN


def is_late_for_the_evening(starts: time | None) -> bool:
    """Whether it has hardly begun at six, so that an evening question would come the next morning."""
    return starts is not None and _an_hour_after(starts) > SIX


def _an_hour_after(at: time) -> time:
    """An hour later; the last minute of the day where that would be tomorrow."""
    later = datetime.combine(date(2000, 1, 1), at) + HOUR
    return later.time() if later.date() == date(2000, 1, 1) else time.max
