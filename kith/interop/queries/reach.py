"""How far back and ahead a calendar goes."""

from dataclasses import dataclass
from datetime import date, timedelta

BACK, AHEAD = timedelta(days=365), timedelta(days=730)


@dataclass(frozen=True)
class Span:
    """The days over which something repeats, and the day from which every other week is counted where a listing
    names none."""

    first: date
    last: date
    since: date


@dataclass(frozen=True)
class Reach:
    """The days looked at. What repeats begins with a month and ends with a year, so that the calendar says the
    same tomorrow as today."""

    today: date
    first: date
    last: date

    @classmethod
    def from_today(cls, today: date) -> "Reach":
        return cls(today, today - BACK, today + AHEAD)

    def span_since(self, since: date) -> Span:
        """For what repeats since a day: to the end of the year after next, and no further back than a year."""
        return Span(max(since, self.first.replace(day=1)), date(self.today.year + 2, 12, 31), since)

    @property
    def days(self) -> tuple[date, date]:
        """Both ends, for asking."""
        return self.first, self.last
