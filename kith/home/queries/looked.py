"""Who has looked, in words: the trail of one individual's record, without its repetitions."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from kith.access.models import TrailEntry
from kith.access.permissions import MATRIX, NEEDS, Permission
from kith.access.queries import who_has_looked
from kith.people import saying_why, urgent
from kith.people.queries import names_of
from kith.people.urgent import not_told_yet

from .looked_words import in_words

WITH_A_LINK = ("visitor", "host", "helper", "nobody")
WITH_A_REASON = ("urgent look begun", "said why")
NOTHING_READ = ("say why", "say they know")  # pages that ask something first, and show nothing of the record
MOST = 1000  # lines of the trail that one page goes through


@dataclass(frozen=True)
class Look:
    """On one day, somebody, as what, did or read something."""

    day: date
    name: str
    role: str
    what: str


def looks_at(individual, most: int = MOST) -> tuple[list[Look], bool]:
    """Newest first; the same thing by the same person on the same day is told once. And whether there is more."""
    told = who_has_looked(individual).exclude(not_told_yet(individual))
    entries = list(told.exclude(is_reading=True, what__in=NOTHING_READ)[: most + 1])
    has_more, entries = len(entries) > most, entries[:most]
    names, reasons = names_of({entry.who for entry in entries}), _reasons(individual)
    looks = (_look(entry, names, reasons) for entry in entries)
    return list(dict.fromkeys(looks)), has_more


def _reasons(individual) -> dict[str, str]:
    return urgent.reasons_told(individual) | saying_why.reasons_told(individual)


def _look(entry: TrailEntry, names: dict[str, str], reasons: dict[str, str]) -> Look:
    return Look(
        day=timezone.localtime(entry.at).date(),
        name=names.get(entry.who, "Somebody with a link" if entry.acting_as in WITH_A_LINK else "Kith itself"),
        role=MATRIX["roles"].get(entry.acting_as, "Kith"),
        what=_what(entry, reasons),
    )


def _what(entry: TrailEntry, reasons: dict[str, str]) -> str:
    if entry.what in WITH_A_REASON and entry.about in reasons:
        return reasons[entry.about]
    return _read(entry.what) if entry.is_reading else in_words(entry.what)


def _read(what: str) -> str:
    """“Read: Goals and steps”, from the row that the permission asks."""
    try:
        row = NEEDS[Permission(what.replace(" ", "_"))].row
    except ValueError:
        return in_words(what)
    return f"Read: {MATRIX['rows'][row]['title']}"
