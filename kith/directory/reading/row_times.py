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
DAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|r|ur)?(?:days?)?\b", re.I)
EACH_WEEK = re.compile(r"\b(?:every|each|weekly)\b|\b[a-z]+days\b", re.I)
BUT_NOT = re.compile(r"\b(?:except|excluding|excl|apart from|not|no|closed|unless|but)\b", re.I)
MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
A_DATE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{MONTHS})[a-z]*(?:,?\s+\d{{4}})?\b|"
    rf"\b(?:{MONTHS})[a-z]*\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+\d{{4}})?|"
    r"\b\d{4}-\d\d-\d\d\b|\b\d{1,2}([/.-])\d{1,2}\1\d{2,4}\b|\b\d{1,2}/\d{1,2}\b",
    re.I,
)
BEFORE_A_DATE = (  # what a date is, by the word that stands before it
    ("valid_from", re.compile(r"\b(?:from|starting|starts|beginning|begins|since)\s*(?:on\s*)?$", re.I)),
    ("valid_until", re.compile(r"(?:\b(?:until|till?|to|ending|ends|finishes)|[-–])\s*(?:on\s*)?$", re.I)),
    ("not_on", re.compile(r"\b(?:except|excluding|not|closed|apart from)\s*(?:on|for)?\s*$", re.I)),
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
    cell = _written_long(row.get("day", ""))
    told = _dates_in(cell)
    day = day_told(row.get("date", ""), "date") or told.once
    if BUT_NOT.search(told.rest) or (told.once and EACH_WEEK.search(told.rest)):
        return _as_it_stands(row["day"], day)
    slots, noticed = _slots(row | {"day": told.rest}, is_once=bool(day))
    span = _span(row, told)
    return When(day, tuple(dict.fromkeys(replace(slot, **span) for slot in slots)), noticed)


def _as_it_stands(cell: str, day: date | None) -> When:
    """Nobody is sent on a wrong day: what is not understood is shown in its own words."""
    words = f"“{cell.strip()[:60]}” is shown as it stands: which days are meant is not clear."
    return When(day, (Slot(words=cell.strip()[:300]),), (words,))


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


@dataclass(frozen=True)
class Dates:
    """Those in the cell of days: the day of something that happens once, what spans the times, and the other words."""

    once: date | None
    spans: dict[str, date]
    not_on: tuple[date, ...]
    rest: str


def _dates_in(cell: str) -> Dates:
    once, spans, not_on, rest, reached = None, {}, [], "", 0
    for found in A_DATE.finditer(cell):
        day, before = _one_date(found[0], cell), cell[reached : found.start()]
        what, word = next(
            ((what, word) for what, pattern in BEFORE_A_DATE if (word := pattern.search(before))), ("", None)
        )
        rest += f"{before[: word.start()] if word else before} "
        reached = found.end()
        if what == "not_on":
            not_on.append(day)
        elif what:
            spans[what] = day
        else:
            once = once or day
    if once and (named := DAY.search(cell)) and DAY_NAMES.index(named[1].lower()) != once.weekday():
        raise BadEntry(f"Its day “{cell[:40]}” is a {once:%A}. Which of the two is right?")
    return Dates(once, spans, tuple(not_on), rest + cell[reached:])


def _one_date(written: str, cell: str) -> date:
    day = day_of(written) or _written_out(written)
    if day is None:
        raise BadEntry(f"Its day “{cell[:40]}” is a date without its year, or none at all. Write it as 23/11/2026.")
    day_told(day.isoformat(), "day")
    return day


def _written_out(written: str) -> date | None:
    """ "Saturday 5th June 2027"."""
    written = re.sub(r"\bsept\b", "sep", written, flags=re.I)
    words = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", re.sub(r"^[a-z]+day,?\s+|\bof\b|,", " ", written, flags=re.I))
    for pattern in WRITTEN_OUT:
        try:
            return datetime.strptime(" ".join(words.split()), pattern).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None


def _span(row: dict[str, str], told: Dates) -> dict:
    """From when until when all of its times hold."""
    first, last = (day_told(row.get(heading, ""), heading) for heading in ("first day", "last day"))
    first, last = first or told.spans.get("valid_from"), last or told.spans.get("valid_until")
    if first and last and last < first:
        raise BadEntry("Its last day is before its first.")
    parts = re.split(r"[;|,]", row.get("not on", ""))
    not_on = (*(day for part in parts if (day := day_told(part.strip(), "day"))), *told.not_on)
    said = more.yes_or_no(row.get("term times", ""))
    in_terms = said if said is not None else bool(IN_TERMS.search(row.get("day", "")))
    return {"valid_from": first, "valid_until": last, "not_on": not_on, "term_times_only": in_terms}


def _slots(row: dict[str, str], *, is_once: bool) -> tuple[list[Slot], tuple[str, ...]]:
    starts, ends = (_clock(row.get(heading, "")) for heading in ("starts", "ends"))
    cell, repeats = row["day"], _repeats(row)
    if is_once:
        at = (starts, ends) if starts else _clocks_in(cell)
        once = [Slot(None, *at)] if at[0] else []
        return once, _left(cell, once, starts)
    said = [replace(slot, words="") for each in times_in(cell) for slot in each.slots] or _named_days(cell)
    timed = [replace(slot, starts=starts, ends=ends) for slot in said] if starts else said
    slots = [_repeated(slot, often) for slot in timed for often in repeats]
    if not cell.strip() and starts:
        slots = [Slot(None, starts, ends, *often) for often in repeats]
    return slots, _left(cell, slots, starts)


def _named_days(cell: str) -> list[Slot]:
    """The days of the week in a cell that names no time; where weeks of a month are named, in those."""
    days = list(dict.fromkeys(DAY_NAMES.index(found[1].lower()) for found in DAY.finditer(cell)))
    if cell.strip() and not days:
        raise BadEntry(f"Its day “{cell.strip()[:40]}” is not a day of the week.")
    weeks: list[int | None] = [*more.weeks_in(cell)] or [None]
    return [Slot(day, None, None, "monthly" if week else "weekly", week) for week in weeks for day in days]


def _repeats(row: dict[str, str]) -> list[tuple[str, int | None]]:
    """How often, and in which weeks of a month, as the column for it says."""
    written = row.get("frequency", "").casefold()
    if weeks := more.weeks_in(written):
        return [("monthly", week) for week in weeks]
    if written not in FREQUENCIES:
        raise BadEntry(f"Its frequency “{row['frequency'][:40]}” is not weekly, fortnightly or monthly.")
    return [(FREQUENCIES[written], None)]


def _repeated(slot: Slot, often: tuple[str, int | None]) -> Slot:
    """What its own words say counts; else what the column says."""
    return slot if slot.frequency != "weekly" else replace(slot, frequency=often[0], week_of_month=often[1])


def _clocks_in(cell: str) -> tuple[time | None, time | None]:
    """The time of day that stands beside a date."""
    said = [slot for each in times_in(f"Monday {cell}") for slot in each.slots if slot.starts]
    return (said[0].starts, said[0].ends) if said else (None, None)


def _left(cell: str, slots: list[Slot], starts: time | None) -> tuple[str, ...]:
    """What stands in the cell of days and says a time that was not taken, or that nobody can be sure of."""
    told = sum(bool(re.search(r"\d", found[0])) for found in TIMES.finditer(cell)) if starts is None else 0
    taken = len({(slot.starts, slot.ends) for slot in slots if slot.starts})
    if told and not taken:
        return (f"Of “{cell.strip()[:40]}” only the day was taken: is its time in the morning or later?",)
    return (f"Of “{cell.strip()[:40]}” not every time was taken.",) if told > taken else ()


def _clock(written: str) -> time | None:
    if not written:
        return None
    found = clock_of(written if re.search(r"[:.apAP]", written) else f"{written}:00")
    if found is None:
        raise BadEntry(f"Its time “{written[:40]}” is not written as 18:30.")
    return found
