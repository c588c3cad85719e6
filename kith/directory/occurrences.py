"""The days on which a regular time happens, and the same as a rule for calendars.

Times are local to the place: ten o'clock stays ten o'clock when the clocks change. A time that the clocks jump over
does not happen that night; one that comes twice happens once, the first time round.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from dateutil import rrule
from django.utils import timezone

from kith.access import clock
from kith.access.clock_changes import does_not_happen

from . import terms
from .models import Frequency, Times

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FARTHEST = timedelta(days=5 * 366)  # nobody looks further, and a mistyped year costs nothing


@dataclass(frozen=True)
class Repeats:
    """A regular time for a calendar. `rule` is None where the days themselves are fewer: then they are `listed`."""

    first: date | datetime
    ends: datetime | None
    rule: dict | None
    left_out: tuple[date | datetime, ...] = ()
    listed: tuple[date | datetime, ...] = ()
    is_sure: bool = True


def occurrences(times: Times, start: date, end: date, since: date | None = None) -> list[datetime]:
    """Every time it happens from one day to another, both counted. `since`: the day from which every other week is
    counted where the listing says none. Empty where day or time of day is not known."""
    if times.starts is None:
        return []
    return [_at(day, times.starts) for day in days(times, start, end, since)]


def days(times: Times, start: date, end: date, since: date | None = None) -> list[date]:
    """The days of the same, whether or not the time of day is known."""
    return [day for day in _by_rule(times, start, end, since) if _happens(times, day)]


def rule(times: Times, start: date, end: date, since: date | None = None) -> Repeats | None:
    """The same from one day to another as a calendar writes it; None where it does not happen at all."""
    happens = days(times, start, end, since)
    if not happens:
        return None
    by_rule = _by_rule(times, happens[0], happens[-1], since or start)
    on = set(happens)
    left_out = [day for day in by_rule if day not in on]
    is_short = len(happens) <= len(left_out)
    moment = (lambda day: _at(day, times.starts)) if times.starts else (lambda day: day)
    return Repeats(
        first=moment(happens[0]),
        ends=_at(happens[0], times.ends) if times.starts and times.ends and times.ends > times.starts else None,
        rule=None if is_short else _written(times, moment(happens[-1])),
        left_out=() if is_short else tuple(moment(day) for day in left_out),
        listed=tuple(moment(day) for day in happens[1:]) if is_short else (),
        is_sure=is_sure(times),
    )


def is_sure(times: Times) -> bool:
    """Every other week, or once a month on some such day: from which, only its first day can tell. And what goes
    on in school terms needs those to be known."""
    if times.term_times_only and not terms.terms():
        return False
    if times.frequency == Frequency.FORTNIGHTLY:
        return times.valid_from is not None
    return times.frequency == Frequency.WEEKLY or _week_of_month(times) is not None


def _by_rule(times: Times, start: date, end: date, since: date | None) -> list[date]:
    """Days that the rule alone gives: exceptions and school holidays among them."""
    last = min(end, start + FARTHEST, times.valid_until or end)
    frequency = _frequency(times)
    if times.weekday is None or frequency is None:
        return []
    begins = max(start, times.valid_from or start)
    if times.frequency == Frequency.FORTNIGHTLY:
        begins = _in_step(times, begins, times.valid_from or since or clock.today())
    found = rrule.rrule(dtstart=_midnight(begins), until=_midnight(last), **frequency)
    return [moment.date() for moment in found]


def _in_step(times: Times, day: date, since: date) -> date:
    """The first day from this one on that is a whole number of fortnights from the first such weekday since."""
    first = since + timedelta(days=(times.weekday - since.weekday()) % 7)
    return day + timedelta(days=(first - day).days % 14)


def _frequency(times: Times) -> dict | None:
    if times.frequency == Frequency.MONTHLY:
        week = _week_of_month(times)
        return {"freq": rrule.MONTHLY, "byweekday": rrule.weekday(times.weekday)(week)} if week else None
    interval = 2 if times.frequency == Frequency.FORTNIGHTLY else 1
    return {"freq": rrule.WEEKLY, "interval": interval, "byweekday": times.weekday}


def _week_of_month(times: Times) -> int | None:
    """As the listing says; or as its first day shows, when that is such a weekday."""
    if times.week_of_month or times.valid_from is None or times.valid_from.weekday() != times.weekday:
        return times.week_of_month
    return (times.valid_from.day - 1) // 7 + 1


def _happens(times: Times, day: date) -> bool:
    if day.isoformat() in times.not_on or (times.term_times_only and not terms.may_be_on(day)):
        return False
    return times.starts is None or not does_not_happen(day, times.starts)


def _written(times: Times, last: date | datetime) -> dict:
    written: dict = {"FREQ": ["WEEKLY"], "BYDAY": [CODES[times.weekday]]}
    if times.frequency == Frequency.FORTNIGHTLY:
        written["INTERVAL"] = [2]
    if times.frequency == Frequency.MONTHLY:
        written |= {"FREQ": ["MONTHLY"], "BYDAY": [f"{_week_of_month(times)}{CODES[times.weekday]}"]}
    return written | {"UNTIL": [last.astimezone(UTC) if isinstance(last, datetime) else last]}


def _at(day: date, at: time) -> datetime:
    return datetime.combine(day, at, tzinfo=timezone.get_default_timezone())


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())
