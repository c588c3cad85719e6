"""When the clocks change, as a calendar file has to say it (RFC 5545): in the local time that was shown before."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import icalendar

AN_HOUR, NOTHING = timedelta(hours=1), timedelta()


@dataclass(frozen=True)
class Change:
    """The clocks show `name` from this instant on; how far they were, and are, from universal time."""

    at: datetime
    name: str
    is_summer: bool
    before: timedelta
    after: timedelta

    @property
    def shown(self) -> datetime:
        """What the clocks show when it comes, before anybody touches them: one in spring, two in autumn."""
        return (self.at + self.before).replace(tzinfo=None)


def timezone_of(name: str, first: date, last: date) -> icalendar.Timezone:
    """The clock changes from one day to another, for whoever reads the file without knowing the zone."""
    zone, found = ZoneInfo(name), icalendar.Timezone()
    found.add("tzid", name)
    found.add_component(_written([_as_it_is(zone, first)]))
    changes = list(_changes(zone, first, last))
    for is_summer in (True, False):
        some = [each for each in changes if each.is_summer == is_summer]
        if some:
            found.add_component(_written(some))
    return found


def _as_it_is(zone: ZoneInfo, day: date) -> Change:
    at = datetime(day.year, day.month, day.day, tzinfo=UTC)
    here = at.astimezone(zone)
    return Change(at, here.tzname() or "", bool(here.dst()), here.utcoffset() or NOTHING, here.utcoffset() or NOTHING)


@cache
def _changes(zone: ZoneInfo, first: date, last: date) -> tuple[Change, ...]:
    return tuple(_found(zone, first, last))


def _found(zone: ZoneInfo, first: date, last: date) -> Iterator[Change]:
    """Day by day, and by the hour on a day whose clocks show another distance at its end."""
    start = datetime(first.year, first.month, first.day, tzinfo=UTC)
    for day in (start + timedelta(days=number) for number in range((last - first).days)):
        if _offset(zone, day) != _offset(zone, day + timedelta(days=1)):
            yield from _on(zone, day)


def _on(zone: ZoneInfo, day: datetime) -> Iterator[Change]:
    for at in (day + number * AN_HOUR for number in range(1, 25)):
        before, after, here = _offset(zone, at - AN_HOUR), _offset(zone, at), at.astimezone(zone)
        if before != after:
            yield Change(at, here.tzname() or "", bool(here.dst()), before, after)


def _offset(zone: ZoneInfo, at: datetime) -> timedelta:
    return at.astimezone(zone).utcoffset() or NOTHING


def _written(changes: list[Change]) -> icalendar.Component:
    """Changes of one kind: the first, and the days of the others."""
    first, others = changes[0], changes[1:]
    written = icalendar.TimezoneDaylight() if first.is_summer else icalendar.TimezoneStandard()
    written.add("dtstart", first.shown)
    if others:
        written.add("rdate", [each.shown for each in others])
    written.add("tzname", first.name)
    written.add("tzoffsetfrom", first.before)
    written.add("tzoffsetto", first.after)
    return written
