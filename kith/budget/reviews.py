"""When a Personal Budget is looked at again at the latest.

A first short look comes six to eight weeks after it began (Care and Support Statutory Guidance, chapter 13), then at
most twelve months from one look to the next. A direct payment is looked at within six months of its beginning (Care and
Support (Direct Payments) Regulations 2014, regulation 7); what the NHS pays within three months (National Framework for
NHS Continuing Healthcare). Where a month has no such day, its last day is meant: a year from 29 February ends on the
28th.
"""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from .days import later

FIRST_LOOK_FROM, FIRST_LOOK_BY = timedelta(weeks=6), timedelta(weeks=8)
MONTHS_APART = 12
FIRST_MONTHS = {"arranged": None, "direct": 6, "nhs": 3, "nhs direct": 3}


@dataclass(frozen=True)
class NextReview:
    """By when they look again at the latest, and since when for a first short look; and a day that they named."""

    by: date
    since: date | None
    is_light: bool
    named: date | None
    named_in: date | None = None  # the day of an earlier letter, where the last one names none

    @property
    def day(self) -> date:
        """The day to keep in mind: the one they named, unless it should have been earlier."""
        return min(self.named, self.by) if self.named else self.by


def next_review(
    *, paid_as: str, began: date, held: Iterable[tuple[date, bool]], named: date | None = None
) -> NextReview:
    """From the day it began and the reviews held since, each with whether it was a first short look. `named` is a day
    that whoever decides wrote."""
    since = sorted((day, is_light) for day, is_light in held if day >= began)
    named = named if named and (not since or named > since[-1][0]) else None
    if not since and FIRST_MONTHS[paid_as] != FIRST_MONTHS["nhs"]:
        return NextReview(later(began, FIRST_LOOK_BY), later(began, FIRST_LOOK_FROM), True, named)
    return NextReview(_latest(paid_as, began, since), None, False, named)


def _latest(paid_as: str, began: date, since: list[tuple[date, bool]]) -> date:
    """Twelve months after the last look; sooner while the first whole one of such a payment has not been."""
    first = FIRST_MONTHS[paid_as]
    had_a_whole_one = any(not is_light for _, is_light in since)
    ends = [months_after(since[-1][0], MONTHS_APART)] if since else []
    if first and not had_a_whole_one:
        ends.append(months_after(began, first))
    return min(ends)


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or the last one it has; never past the last day there is."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
