"""Of which time the mirror tells: a year for oneself, and for a team whole quarters that never overlap."""

from dataclasses import dataclass
from datetime import date, timedelta

A_YEAR = timedelta(days=365)
SETTLES = timedelta(days=14)  # what is written up late still counts; afterwards the picture never changes


@dataclass(frozen=True)
class Span:
    """From the first day until before the other."""

    begins: date
    ends: date

    @property
    def words(self) -> str:
        """“July to September 2026”."""
        last = self.ends - timedelta(days=1)
        return f"{self.begins:%B} to {last:%B %Y}"


def past_year(today: date) -> Span:
    """Today and the year before it."""
    return Span(today - A_YEAR, today + timedelta(days=1))


def quarter_from(begins: date) -> Span:
    """The quarter that begins on this day."""
    later = begins.month + 3
    return Span(begins, date(begins.year + (later > 12), later - 12 if later > 12 else later, 1))


def running_quarter(today: date) -> date:
    """The first day of the quarter in which this day is."""
    return date(today.year, today.month - (today.month - 1) % 3, 1)


def latest_quarter(today: date) -> Span:
    """The latest whole quarter that has settled."""
    running = running_quarter(today - SETTLES)
    last = running - timedelta(days=1)
    return Span(date(last.year, last.month - 2, 1), running)
