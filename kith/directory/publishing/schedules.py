"""Regular times as Open Referral UK writes them: weekly or monthly, one row for each time of day.

Days it does not happen and school terms have no field there: they are said in words.
"""

from collections.abc import Iterable
from datetime import date

from kith.directory.models import Activity, Frequency, Setting, Times
from kith.directory.occurrences import CODES
from kith.directory.reading.entry import Slot

from .ids import made_from

ATTENDING = {Setting.PLACE: "venue", Setting.REMOTE: "online", Setting.HOME: "home visit"}


def of(activity: Activity, own: str) -> list[dict]:
    """Every regular time of a listing, or the one day of a one-off. `own` is the listing's UUID."""
    groups: dict[tuple, list[Times]] = {}
    for row in activity.times.all():
        groups.setdefault(_time_of_day(row), []).append(row)
    found = [_schedule(rows, activity.on_date) for rows in groups.values()]
    if activity.on_date and not found:
        found = [_once(activity.on_date)]
    same = {"attending_type": ATTENDING.get(activity.setting, "")}
    return [{"id": str(made_from("schedule", own, number))} | each | same for number, each in enumerate(found)]


def as_kept(row: Times) -> dict:
    """A regular time as plain JSON, exactly."""
    return Slot.of(row).as_json()


def _time_of_day(row: Times) -> tuple:
    """What rows have in common that can stand in one schedule."""
    span = (row.valid_from, row.valid_until, tuple(row.not_on), row.term_times_only)
    return (row.starts, row.ends, row.frequency, row.words, *span)


def _schedule(rows: list[Times], on_date: date | None) -> dict:
    first = rows[0]
    clock = {
        "opens_at": f"{first.starts:%H:%M}" if first.starts else "",
        "closes_at": f"{first.ends:%H:%M}" if first.ends else "",
        "description": first.words,
        "notes": _notes(first),
    }
    return clock | (_once(on_date) if on_date else _repeats(rows))


def _once(on_date: date) -> dict:
    day = on_date.isoformat()
    return {"dtstart": day, "valid_from": day, "valid_to": day}


def _repeats(rows: list[Times]) -> dict:
    first, days = rows[0], ",".join(dict.fromkeys(_days(rows)))
    if not days:
        return {}
    is_monthly = first.frequency == Frequency.MONTHLY
    return {
        "freq": "MONTHLY" if is_monthly else "WEEKLY",
        "interval": 2 if first.frequency == Frequency.FORTNIGHTLY else 1,
        "byday": days,
        "dtstart": first.valid_from.isoformat() if first.valid_from else "",
        "valid_from": first.valid_from.isoformat() if first.valid_from else "",
        "valid_to": first.valid_until.isoformat() if first.valid_until else "",
    }


def _days(rows: Iterable[Times]) -> Iterable[str]:
    for row in rows:
        if row.weekday is not None:
            week = row.week_of_month if row.frequency == Frequency.MONTHLY else None
            yield f"{week or ''}{CODES[row.weekday]}"


def _notes(row: Times) -> str:
    said = ["Only in school terms."] if row.term_times_only else []
    if row.not_on:
        days = ", ".join(f"{date.fromisoformat(day):%-d %B %Y}" for day in sorted(row.not_on))
        said.append(f"Not on {days}.")
    return " ".join(said)
