"""Reads reports as they were kept. A year is what its quarters told, added up: it tells nothing that they do not."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from kith.conversations.mirror.spans import quarter_from
from kith.people.models import Team

from ..figures import BARRIERS, EVERY, INTERESTS, OF_SAFETY, Figure
from ..models import Kept
from ..periods import Period, periods_of
from ..safe import FEW, NOT_TOLD, Told

QUARTERS_SHOWN = 4
A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Row:
    """One figure: what is told of each quarter, and of the year where they add up to one."""

    figure: Figure
    cells: tuple[Any, ...]  # numbers and words, or lists of names
    total: Told = ""

    @property
    def latest(self) -> Told:
        return self.total or self.cells[-1]


@dataclass(frozen=True)
class Moment:
    """What is looked at over time: of the quarter that ended on this day."""

    ended_on: date
    quarter: str
    meetings: Told
    share: int | None  # of the people in lives, so many in a hundred are there without being paid


@dataclass(frozen=True)
class Report:
    """What a page, a sheet of paper and a file are made of."""

    team: Team | None
    period: Period
    quarters: tuple[str, ...]
    rows: dict[str, Row]
    made_on: date
    over_time: tuple[Moment, ...]  # up to four quarters, this the last

    @property
    def of_whom(self) -> str:
        return self.team.name if self.team else "All teams"

    @property
    def shares(self) -> list[int | None]:
        """Of each quarter, in a hundred."""
        return [share_of(*both) for both in zip(self.rows["unpaid"].cells, self.rows["paid"].cells, strict=True)]

    @property
    def has_numbers(self) -> bool:
        """Whether anything at all is told as a number."""
        return any(isinstance(cell, int) for row in self.rows.values() for cell in row.cells)

    @property
    def barriers(self) -> list[str]:
        return self._named(BARRIERS)

    @property
    def interests(self) -> list[str]:
        return self._named(INTERESTS)

    @property
    def are_interests_counted(self) -> bool:
        """Whether any of the quarters was prepared while it ran out: of others nobody knows what was near then."""
        return any(isinstance(cell, list) for cell in self.rows[INTERESTS.key].cells)

    def _named(self, figure: Figure) -> list[str]:
        """What any of the quarters named, each once."""
        lists = [cell for cell in self.rows[figure.key].cells if isinstance(cell, list)]
        return list(dict.fromkeys(name for each in lists for name in each))


def periods_for(team: Team | None) -> list[Period]:
    """What can be chosen for this team, or for all teams. One look."""
    return periods_of(list(_kept(team).values_list("begins_on", flat=True)))


def chosen_period(periods: list[Period], key: str) -> Period | None:
    """The one of this name, the latest where no name is given; None where there is no such."""
    if not key:
        return periods[0] if periods else None
    return next((each for each in periods if each.key == key), None)


def report_of(team: Team | None, period: Period) -> Report:
    """As it was kept, and the quarters before it for what is looked at over time. One look."""
    until = _kept(team).filter(begins_on__lte=period.quarters[-1]).order_by("-begins_on")
    recent = list(reversed(until[:QUARTERS_SHOWN]))
    kept = [each for each in recent if each.begins_on in period.quarters]
    rows = {figure.key: _row(figure, [each.told for each in kept]) for figure in figures_of(team)}
    quarters = tuple(map(_in_short, kept))
    made_on = timezone.localtime(kept[-1].made_at).date()
    return Report(team, period, quarters, rows, made_on, tuple(map(_moment, recent)))


def figures_of(team: Team | None) -> tuple[Figure, ...]:
    """What a report of a team tells; of safety that of all teams alone."""
    return EVERY if team else (*EVERY, *OF_SAFETY)


def _in_short(kept: Kept) -> str:
    """“Jul to Sep 2026”."""
    last = quarter_from(kept.begins_on).ends - A_DAY
    return f"{kept.begins_on:%b} to {last:%b %Y}"


def _moment(kept: Kept) -> Moment:
    told = kept.told
    share = share_of(told.get("unpaid", ""), told.get("paid", ""))
    return Moment(quarter_from(kept.begins_on).ends - A_DAY, _in_short(kept), told.get("meetings", ""), share)


def share_of(unpaid: Told, paid: Told) -> int | None:
    """In a hundred, of the rounded numbers; None where either has none."""
    if not (isinstance(unpaid, int) and isinstance(paid, int)):
        return None
    return round(100 * unpaid / (unpaid + paid))


def _kept(team: Team | None) -> QuerySet[Kept]:
    return Kept.objects.filter(team=team)


def _row(figure: Figure, told: list[dict[str, Any]]) -> Row:
    cells = tuple(each.get(figure.key, "") for each in told)
    return Row(figure, cells, year_of(cells) if figure.adds_up and len(cells) > 1 else "")


def year_of(cells: tuple[Told, ...]) -> Told:
    """Their sum; “at least” it where a quarter has no number."""
    numbers = [cell for cell in cells if isinstance(cell, int)]
    if len(numbers) == len(cells):
        return sum(numbers)
    return f"at least {sum(numbers)}" if numbers else NOT_TOLD if NOT_TOLD in cells else FEW
