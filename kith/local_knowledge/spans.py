"""From when until when a listing's times hold, and when not: said once for all of them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from django.utils.formats import date_format

from kith.access import clock
from kith.directory.reading.entry import Slot

NAMES = ("valid_from", "valid_until", "term_times_only", "not_on")
MOST_TOLD = 6


def known_of(slots: list[Slot]) -> dict:
    """What holds for all of them; nothing where they differ. Days on which any of them is not are told together."""
    known: dict = {"not_on": _days_off(slots)}
    for name in ("valid_from", "valid_until", "term_times_only"):
        said = {getattr(slot, name) for slot in slots}
        known[name] = said.pop() if len(said) == 1 else None
    return known


def laid_on(slots: list[Slot], typed: dict, before: dict) -> list[Slot]:
    """The slots with whatever was said anew; what was left as it was stays with each of them."""
    new = {name: typed[name] for name in NAMES if typed[name] != before[name]}
    if "not_on" in new:
        new["not_on"] = tuple(new["not_on"])
    if new.get("term_times_only", False) is None:
        del new["term_times_only"]
    return [replace(slot, **new) for slot in slots]


def is_turned_round(first: date | None, last: date | None) -> bool:
    """Whether the last day comes before the first."""
    return first is not None and last is not None and last < first


def span_words(slot) -> str:
    """“in term time, from 4 January, until 12 March”; empty for what always holds."""
    today = clock.today()
    begins = f"from {_day(slot.valid_from, today)}" if slot.valid_from and slot.valid_from > today else ""
    until = f"until {_day(slot.valid_until, today)}" if slot.valid_until else ""
    return ", ".join(filter(None, ["in term time" if slot.term_times_only else "", begins, until]))


def days_off_words(rows: Iterable) -> str:
    """“24 December, 31 December”: the days to come on which it does not happen."""
    today = clock.today()
    ahead = [day for day in _days_off([Slot.of(row) for row in rows]) if day >= today]
    words = ", ".join(_day(day, today) for day in ahead[:MOST_TOLD])
    return words + (" and more" if len(ahead) > MOST_TOLD else "")


def _days_off(slots: Iterable[Slot]) -> list[date]:
    return sorted({day for slot in slots for day in slot.not_on})


def _day(day: date, today: date) -> str:
    return date_format(day, "j F" if day.year == today.year else "j F Y")
