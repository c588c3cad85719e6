"""The last bus back in words: when it leaves, how old that knowledge is, and what ends after it."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from django.utils.formats import date_format

from kith.access import clock
from kith.design.telling import clock_words
from kith.directory import queries as directory
from kith.directory.last_bus import Buses, days_of, is_after
from kith.directory.models import LastBus

Days = LastBus.Days
ON = {Days.WEEK: "Monday to Friday", Days.SATURDAY: "Saturdays", Days.SUNDAY: "Sundays"}
EACH_DAY = ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays")
WHO = {"worker": "a worker", "cover": "a worker", "team": "a worker", "manager": "a manager"}  # by role
GETS_OLD_AFTER = 183  # days: timetables change twice a year


def bus_words(buses: Buses) -> str:
    """“Monday to Friday 9:10pm, Sundays none (43 from Mill Lane)”, with who typed it and when; "" when not known."""
    if not buses:
        return ""
    told = [f"{ON[days]} {clock_words(buses[days].leaves) or 'none'}" for days in ON if days in buses]
    one = next(iter(buses.values()))
    which = f" ({one.words})" if one.words else ""
    return f"{', '.join(told)}{which}. {age_words(one, clock.today())}"


def age_words(one: LastBus, today: date) -> str:
    """How old this knowledge is; where a timetable may have changed since, to look it up."""
    who = f" by {WHO[one.noted_by]}" if one.noted_by in WHO else ""
    is_old = (today - one.noted_on).days > GETS_OLD_AFTER
    return f"Typed{who} on {date_format(one.noted_on, 'j F Y')}{': times may have changed' if is_old else ''}."


def missed_buses(activity, buses: Buses) -> list[str]:
    """A sentence for each time after which no bus goes back; nothing for what nobody goes out for."""
    told = []
    for slot in activity.times.all() if buses else ():
        day = activity.on_date.weekday() if activity.on_date else slot.weekday
        if day is not None and (bus := buses.get(days_of(day))) is not None:
            told.append(_missed("" if activity.on_date else f"On {EACH_DAY[day]} ", slot, bus))
    return list(dict.fromkeys(filter(None, told)))


def how_many_missed(activities: Iterable) -> dict[int, int]:
    """By weekday, 0 being Monday: how many of these listings go on that day after the last bus back. Days with none
    are left out. One look."""
    every = list(activities)
    buses = directory.last_buses(every)
    days = [day for each in every if each.pk in buses for day in _days_missed(each, buses[each.pk])]
    return dict(sorted(Counter(days).items()))


def _days_missed(activity, buses: Buses) -> set[int]:
    """What happens once is no gap of every week."""
    slots = [slot for slot in activity.times.all() if slot.weekday is not None and not activity.on_date]
    return {slot.weekday for slot in slots if _is_missed(slot, buses.get(days_of(slot.weekday)))}


def _is_missed(slot, bus: LastBus | None) -> bool:
    return bus is not None and (bus.leaves is None or is_after(slot.starts, slot.ends, bus.leaves))


def _missed(on: str, slot, bus: LastBus) -> str:
    if bus.leaves is None:
        return _begun(f"{on}there is no bus back" if on else "There is no bus back on that day")
    if not is_after(slot.starts, slot.ends, bus.leaves):
        return ""
    leaves, ends = clock_words(bus.leaves), slot.ends or slot.starts
    if ends == bus.leaves and slot.ends:
        return _begun(f"{on}it ends at {leaves}, just as the last bus back leaves")
    verb = "ends" if slot.ends else "starts"
    return _begun(f"{on}it {verb} at {clock_words(ends)}, after the last bus back at {leaves}")


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]


def missed_by_activity(activities: Iterable) -> dict[int, list[str]]:
    """The same sentences for many listings, by key: one look for all."""
    every = list(activities)
    buses = directory.last_buses(every)
    return {each.pk: missed_buses(each, buses[each.pk]) for each in every if each.pk in buses}
