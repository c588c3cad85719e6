"""Working days and reading hours: when a team reads, and by when it answers, over weekends and bank holidays.

The list of bank holidays comes with a library and asks no network. `KITH_NATION` says whose they are.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cache

import holidays
from django.conf import settings
from django.utils import timezone

from .models import Team, User
from .models.user import WORKING_WEEK

NATIONS = ("ENG", "WLS", "SCT", "NIR")
FARTHEST = 60  # days; the longest run of days off is far shorter


def is_bank_holiday(day: date) -> bool:
    """Whether it is one where this install works."""
    return day in _bank_holidays(settings.KITH_NATION)


@cache
def _bank_holidays(nation: str) -> holidays.HolidayBase:
    return holidays.country_holidays("GB", subdiv=nation)


def is_working_day(day: date, team: Team | None) -> bool:
    """Whether the team reads messages on this day."""
    return _works(day, team.reads_days if team else [])


def next_reading(now: datetime, team: Team | None) -> datetime:
    """The first moment from now on at which the team reads: now, or when it begins again."""
    team = team or Team()
    return _next_within(now, team.reads_days, team.reads_from, team.reads_until)


def answer_by(now: datetime, team: Team | None) -> date:
    """By when an answer to what is sent now can be expected: so many working days after it is first read."""
    day = timezone.localtime(next_reading(now, team)).date()
    for _ in range((team or Team()).answers_within):
        day = next(later for later in _days_from(day + timedelta(days=1)) if is_working_day(later, team))
    return day


def next_hearing(now: datetime, user: User, before: datetime | None = None) -> datetime:
    """The first moment from now on at which Kith may write to this worker. `before`: what is of use only before this
    waits for no hour of theirs that comes later."""
    hears = _next_within(now, user.hears_days, user.hears_from, user.hears_until)
    return hears if before is None or hears < before else now


def _works(day: date, weekdays: list[int]) -> bool:
    return day.weekday() in (weekdays or WORKING_WEEK) and not is_bank_holiday(day)


def _next_within(now: datetime, weekdays: list[int], begins: time, ends: time) -> datetime:
    """Days are those of the place, so that an hour more or less in spring and autumn changes nothing."""
    for day in _days_from(timezone.localtime(now).date()):
        if _works(day, weekdays) and now < instant(day, ends):
            return max(now, instant(day, begins))
    return now  # cannot be: no run of days off is as long


def _days_from(day: date) -> Iterator[date]:
    return (day + timedelta(days=later) for later in range(FARTHEST))


def instant(day: date, at: time) -> datetime:
    """That time of that day, where the team works."""
    return timezone.make_aware(datetime.combine(day, at))
