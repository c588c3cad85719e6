"""When something of OpenActive is on: by its schedule, or else by its single sessions."""

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings

from kith.access import clock

from .contact import clock_of, sensible_day_of
from .entry import Slot

DAYS = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}
BY_DAY = re.compile(r"(?:https?://schema\.org/)?(-?[1-5])?(MO|TU|WE|TH|FR|SA|SU)[A-Z]*", re.I)
LASTS = re.compile(r"P(?:T(?:(\d{1,2})H)?(?:(\d{1,3})M)?(?:\d+S)?)")
EVERY = {
    "P1D": "weekly",
    "P1W": "weekly",
    "P7D": "weekly",
    "P2W": "fortnightly",
    "P14D": "fortnightly",
    "P1M": "monthly",
}
MOST_SLOTS, MOST_DAYS_OFF = 60, 200
WEEK, FORTNIGHT = 7, 14


@dataclass(frozen=True, order=True)
class Session:
    """One time: the day and the clock times there."""

    starts: datetime
    ends: datetime | None


def session_of(data: dict) -> Session | None:
    """None for what is called off, or does not say when it is."""
    starts = moment_of(data.get("startDate"))
    if starts is None or str(data.get("eventStatus", "")).endswith(("EventCancelled", "EventPostponed")):
        return None
    ends = moment_of(data.get("endDate")) or _after(starts, data.get("duration"))
    return Session(starts, ends if ends and starts < ends < starts + timedelta(days=1) else None)


def moment_of(written: object) -> datetime | None:
    """A moment as the clocks show it here, without its zone."""
    if not isinstance(written, str) or sensible_day_of(written) is None:
        return None
    try:
        found = datetime.fromisoformat(written.strip())
        return found.astimezone(ZoneInfo(settings.TIME_ZONE)).replace(tzinfo=None) if found.tzinfo else found
    except (ValueError, OverflowError):
        return None


def times_of(data: dict, sessions: list[Session]) -> tuple[tuple[Slot, ...], date | None]:
    """Its regular times, and the day of a one-off."""
    told = data.get("eventSchedule")
    rows = told if isinstance(told, list) else [told]
    slots = [slot for row in rows if isinstance(row, dict) for slot in _slots(row)]
    if slots:
        return tuple(dict.fromkeys(slots))[:MOST_SLOTS], None
    own = [found for row in data.get("subEvent") or () if isinstance(row, dict) and (found := session_of(row))]
    if known := sorted({*sessions, *own}):
        return _by_sessions(known)
    one = session_of(data)
    return _one_off(data, one) if one else ((), None)


def _one_off(data: dict, one: Session) -> tuple[tuple[Slot, ...], date]:
    """A day alone says nothing of a time."""
    tells_time = "T" in str(data.get("startDate"))
    return ((_slot(None, one),) if tells_time else ()), one.starts.date()


def _slot(weekday: int | None, one: Session, **more) -> Slot:
    return Slot(weekday, one.starts.time(), one.ends.time() if one.ends else None, **more)


def _by_sessions(known: list[Session]) -> tuple[tuple[Slot, ...], date | None]:
    """What comes again on the same day of the week at the same time is regular; otherwise the next one is told."""
    alike: dict[Slot, list[date]] = defaultdict(list)
    for one in known:
        alike[_slot(one.starts.weekday(), one)].append(one.starts.date())
    regular = [_regular(slot, sorted(set(days))) for slot, days in alike.items() if len(set(days)) > 1]
    if regular:
        return tuple(regular[:MOST_SLOTS]), None
    following = [one for one in known if one.starts.date() >= clock.today()] or known[-1:]
    return (_slot(None, following[0]),), following[0].starts.date()


def _regular(slot: Slot, days: list[date]) -> Slot:
    gaps = {(later - earlier).days for earlier, later in zip(days, days[1:], strict=False)}
    if min(gaps) == FORTNIGHT and all(gap % FORTNIGHT == 0 for gap in gaps):
        return Slot(slot.weekday, slot.starts, slot.ends, "fortnightly", valid_from=days[0])
    return slot


def _slots(row: dict) -> list[Slot]:
    frequency = EVERY.get(str(row.get("repeatFrequency") or "P1W"))
    starts = clock_of(str(row.get("startTime") or ""))
    first, last = (sensible_day_of(str(row.get(key) or "")) for key in ("startDate", "endDate"))
    if frequency is None or (first and last and last < first):
        return []
    lasts = _after(datetime.combine(first or date(2000, 1, 1), starts), row.get("duration")) if starts else None
    ends = clock_of(str(row.get("endTime") or "")) or (lasts.time() if lasts else None)
    is_monthly, off = frequency == "monthly", _days_off(row)
    return [
        Slot(day, starts, ends, frequency, week if is_monthly else None, "", first, last, off)
        for week, day in _days(row, first, last)
    ]


def _days(row: dict, first: date | None, last: date | None) -> list[tuple[int | None, int]]:
    """Which days of the week, and in a month which of them."""
    told = row.get("byDay")
    found = [BY_DAY.fullmatch(str(each).strip()) for each in (told if isinstance(told, list) else [told or ""])]
    days = [(int(each[1]) if each[1] else None, DAYS[each[2].upper()]) for each in found if each]
    if days or first is None:
        return days
    if row.get("repeatFrequency") == "P1D":
        length = min(WEEK, (last - first).days + 1) if last else WEEK
        return [(None, (first + timedelta(days=number)).weekday()) for number in range(length)]
    return (
        [((first.day + 6) // WEEK, first.weekday())]
        if "M" in str(row.get("repeatFrequency"))
        else [(None, first.weekday())]
    )


def _days_off(row: dict) -> tuple[date, ...]:
    told = row.get("exceptDate")
    found = [sensible_day_of(str(each)) for each in (told if isinstance(told, list) else [told or ""])[:MOST_DAYS_OFF]]
    return tuple(day for day in found if day)


def _after(starts: datetime, lasts: object) -> datetime | None:
    """When it ends, by how long it lasts (PT1H30M)."""
    found = LASTS.fullmatch(lasts.strip()) if isinstance(lasts, str) else None
    length = timedelta(hours=int(found[1] or 0), minutes=int(found[2] or 0)) if found else timedelta()
    return starts + length if length else None
