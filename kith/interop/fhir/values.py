"""The small parts that every resource is made of: words, days, moments and what points at what."""

import unicodedata
from datetime import date, datetime
from typing import Any

from django.utils import timezone

HOME = "https://kith.example/fhir/"  # what our own addresses begin with; nothing answers there
TERMS = "http://terminology.hl7.org/CodeSystem/"
KEPT_SPACES = " \r\n\t"  # no other white space may stand in a FHIR string
DROPPED = ("Cc", "Cs")  # control characters, and halves of characters

NO_WORDS = "(no words)"

Resource = dict[str, Any]


def said(words: str) -> str:
    """The same words as a FHIR string may hold them; "" where nothing is left that could be read."""
    return "".join(_kept(letter) for letter in words).strip()


def in_words(words: str) -> str:
    """The same where something has to stand."""
    return said(words) or NO_WORDS


def _kept(letter: str) -> str:
    if letter in KEPT_SPACES:
        return letter
    if letter == "\ufeff" or unicodedata.category(letter) in DROPPED:
        return ""
    return " " if letter.isspace() else letter


def without_gaps(value: Any) -> Any:
    """All of it, with readable words, and without the parts that say nothing: FHIR knows no empty ones."""
    if isinstance(value, str):
        return said(value)
    if isinstance(value, dict):
        found = {name: without_gaps(part) for name, part in value.items()}
        return {name: part for name, part in found.items() if not _is_gap(part)}
    if isinstance(value, list | tuple):
        return [part for part in map(without_gaps, value) if not _is_gap(part)]
    return value


def _is_gap(value: Any) -> bool:
    return value is None or value in ("", [], {})


def day(found: date | None) -> str | None:
    """A day alone, as it was said: no time is made up for it."""
    return found.isoformat() if found else None


def moment(found: datetime | None) -> str | None:
    """A moment with the zone of this place."""
    return timezone.localtime(found).isoformat(timespec="seconds") if found else None


def points_at(kind: str, public_id: str, display: str = "") -> Resource:
    """A reference to another resource of the same bundle."""
    return {"reference": f"{kind}/{public_id}", "display": display}


def coded(system: str, code: str, display: str) -> Resource:
    """One code of a system that HL7 keeps."""
    return {"coding": [{"system": system, "code": code, "display": display}]}


def note(words: str, **more: Any) -> list[Resource]:
    """A note in these words, or none."""
    return [{"text": words, **more}] if said(words) else []


def from_to(start: str | None, end: str | None) -> Resource:
    """A period. What ends before it began was told late: only the end is sure."""
    is_late = start is not None and end is not None and end[:10] < start[:10]
    return {"start": None if is_late else start, "end": end}
