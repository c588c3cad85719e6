"""When something is, from the cells of a spreadsheet's row: columns for each part, or all of it in one cell.

A cell that is not understood whole is never taken by half in silence: the row is refused, or what was left is told.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from . import more
from .contact import clock_of, day_of, sensible_day_of
from .entry import BadEntry, Slot
from .schedule import DAY_NAMES, TIMES, times_in

FREQUENCIES = {
    "": "weekly",
    "weekly": "weekly",
    "every week": "weekly",
    "fortnightly": "fortnightly",
    "every two weeks": "fortnightly",
    "monthly": "monthly",
    "every month": "monthly",
}
DAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*", re.I)
MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
A_DATE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{MONTHS})[a-z]*(?:,?\s+\d{{4}})?\b|"
    rf"\b(?:{MONTHS})[a-z]*\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+\d{{4}})?|"
    r"\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{1,2}/\d{1,2}\b",
    re.I,
)
IN_SHORT = (
    (re.compile(r"\b(?:daily|every day|(?:seven|7) days a week)\b", re.I), "Monday to Sunday"),
    (re.compile(r"\b(?:on )?weekdays?\b", re.I), "Monday to Friday"),
    (re.compile(r"\b(?:at )?weekends?\b", re.I), "Saturday and Sunday"),
)
IN_TERMS = re.compile(r"\bterm[ -]?times?\b", re.I)
WRITTEN_OUT = ("%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y")


@dataclass(frozen=True)
class When:
    """`on_date` of something that happens once, its times, and what of its cell was not understood, in sentences."""

    on_date: date | None
    slots: tuple[Slot, ...]
    noticed: tuple[str, ...] = ()


def when_of(row: dict[str, str]) -> When:
    """Raises `BadEntry` for a day, date, time or frequency that is none."""
    in_cell, rest = _date_in(_written_long(row.get("day", "")))
    told = day_told(row.get("date", ""), "date")
    slots, noticed = _slots(row | {"day": rest}, is_once=bool(told or in_cell))
    return When(told or in_cell, tuple(dict.fromkeys(replace(slot, **_span(row)) for slot in slots)), noticed)


def day_told(written: str, called: str) -> date | None:
    """The day in a cell; None for an empty one. Raises `BadEntry` for what is no day."""
    day = day_of(written) or _written_out(written)
    if written and day is None:
        raise BadEntry(f"Its {called} “{written[:40]}” is not written as 2026-11-23 or 23/11/2026.")
    if day is not None and sensible_day_of(day.isoformat()) is None:
        raise BadEntry(f"Its {called} “{written[:40]}” is not in this century or the last.")
    return day


def _written_long(cell: str) -> str:
    """ "Weekdays 9am to 5pm" as the five days it means."""
    for pattern, days in IN_SHORT:
        cell = pattern.sub(days, cell)
    return cell


def _date_in(cell: str) -> tuple[date | None, str]:
    """A date that stands in the cell of days, and what else does."""
    found = A_DATE.search(cell)
    if not found:
        return None, cell
    day = day_of(found[0]) or _written_out(found[0])
    if day is None:
        raise BadEntry(f"Its day “{cell[:40]}” is a date without its year, or none at all. Write it as 23/11/2026.")
    if (named := DAY.search(cell)) and DAY_NAMES.index(named[1].lower()) != day.weekday():
        raise BadEntry(f"Its day “{cell[:40]}” is a {day:%A}. Which of the two is right?")
    return day_told(day.isoformat(), "day"), f"{cell[: found.start()]} {cell[found.end() :]}"


def _written_out(written: str) -> date | None:
    """ "Saturday 5th June 2027"."""
    words = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", re.sub(r"^[a-z]+day,?\s+|\bof\b|,", " ", written, flags=re.I))
    for pattern in WRITTEN_OUT:
        try:
            return datetime.strptime(" ".join(words.split()), pattern).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None


def _span(row: dict[str, str]) -> dict:
    """From when until when all of its times hold."""
    first, last = (day_told(row.get(heading, ""), heading) for heading in ("first day", "last day"))
    if first and last and last < first:
        raise BadEntry("Its last day is before its first.")
    parts = re.split(r"[;|,]", row.get("not on", ""))
    not_on = tuple(day for part in parts if (day := day_told(part.strip(), "day")))
    said = more.yes_or_no(row.get("term times", ""))
    in_terms = said if said is not None else bool(IN_TERMS.search(row.get("day", "")))
    return {"valid_from": first, "valid_until": last, "not_on": not_on, "term_times_only": in_terms}


def _slots(row: dict[str, str], *, is_once: bool) -> tuple[list[Slot], tuple[str, ...]]:
    starts, ends = (_clock(row.get(heading, "")) for heading in ("starts", "ends"))
    cell, repeats = row["day"], _repeats(row)
    if is_once:
        starts, ends = (starts, ends) if starts else _clocks_in(cell)
        return ([Slot(None, starts, ends)] if starts else []), _left(cell, bool(starts))
    said = [slot for each in times_in(cell) for slot in each.slots]
    if any(slot.starts for slot in said) and not starts:
        return [_repeated(replace(slot, words=""), often) for slot in said for often in repeats], ()
    days: list[int | None] = [*_days(cell, said)] or ([None] if starts else [])
    slots = [Slot(day, starts, ends, *often) for often in repeats for day in days]
    return slots, _left(cell, bool(starts))


def _days(cell: str, said: list[Slot]) -> list[int]:
    """The days of the week in a cell that names no time."""
    named = [DAY_NAMES.index(found[1].lower()) for found in DAY.finditer(cell)]
    days = list(dict.fromkeys(slot.weekday for slot in said if slot.weekday is not None)) or named
    if cell.strip() and not days:
        raise BadEntry(f"Its day “{cell.strip()[:40]}” is not a day of the week.")
    return days


def _repeats(row: dict[str, str]) -> list[tuple[str, int | None]]:
    """How often, and in which weeks of a month: as the column for it says, or else the cell of days."""
    written, cell = row.get("frequency", "").casefold(), row["day"]
    if weeks := more.weeks_in(written) or more.weeks_in(cell):
        return [("monthly", week) for week in weeks]
    if written not in FREQUENCIES:
        raise BadEntry(f"Its frequency “{row['frequency'][:40]}” is not weekly, fortnightly or monthly.")
    said = [slot.frequency for each in times_in(cell) for slot in each.slots if slot.frequency != "weekly"]
    return [(FREQUENCIES[written] if written else next(iter(said), "weekly"), None)]


def _repeated(slot: Slot, often: tuple[str, int | None]) -> Slot:
    """What its own words say counts; else what the column says."""
    return slot if slot.frequency != "weekly" else replace(slot, frequency=often[0], week_of_month=often[1])


def _clocks_in(cell: str) -> tuple[time | None, time | None]:
    """The time of day that stands beside a date."""
    said = [slot for each in times_in(f"Monday {cell}") for slot in each.slots if slot.starts]
    return (said[0].starts, said[0].ends) if said else (None, None)


def _left(cell: str, knows_when: bool) -> tuple[str, ...]:
    """What stands in the cell of days and says a time that nobody can be sure of."""
    unclear = not knows_when and any(re.search(r"\d", found[0]) for found in TIMES.finditer(cell))
    return (
        (f"Of “{cell.strip()[:40]}” only the day was taken: is its time in the morning or later?",) if unclear else ()
    )


def _clock(written: str) -> time | None:
    if not written:
        return None
    found = clock_of(written if re.search(r"[:.apAP]", written) else f"{written}:00")
    if found is None:
        raise BadEntry(f"Its time “{written[:40]}” is not written as 18:30.")
    return found
