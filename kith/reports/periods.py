"""The times that a report can be of: a quarter that is over and settled, or a year of four of them from April."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from kith.conversations.mirror.spans import Span, quarter_from

APRIL = 4


@dataclass(frozen=True)
class Period:
    """`key` is how an address names it."""

    key: str
    span: Span
    quarters: tuple[date, ...]  # their first days, in order

    @property
    def is_year(self) -> bool:
        return len(self.quarters) > 1

    @property
    def words(self) -> str:
        """“July to September 2026”, “April 2025 to March 2026”."""
        first = self.span.begins
        return (
            f"{first:%B %Y} to {quarter_from(self.quarters[-1]).words.split(' to ')[1]}"
            if self.is_year
            else self.span.words
        )


def quarter(begins: date) -> Period:
    """The quarter that begins on this day."""
    return Period(f"{begins:%Y-%m}", quarter_from(begins), (begins,))


def periods_of(kept: Collection[date]) -> list[Period]:
    """What can be chosen where these quarters are kept, by their first days: the latest first, years after quarters."""
    quarters = [quarter(begins) for begins in sorted(kept, reverse=True)]
    years = [_year(begins) for begins in sorted(kept, reverse=True) if begins.month == APRIL]
    return [*quarters, *(year for year in years if set(year.quarters) <= set(kept))]


def _year(begins: date) -> Period:
    firsts = [begins]
    while len(firsts) < 4:
        firsts.append(quarter_from(firsts[-1]).ends)
    return Period(f"year-{begins.year}", Span(begins, quarter_from(firsts[-1]).ends), tuple(firsts))


def quarters_from(first: date, last: date) -> Iterable[date]:
    """The first days of all quarters, from one that begins on `first` to one that begins on `last`."""
    while first <= last:
        yield first
        first = quarter_from(first).ends
