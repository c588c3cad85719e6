"""What a listing says here beside what the list says that it came from, part by part, in words."""

from collections.abc import Callable
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from django.utils.dateparse import parse_date
from django.utils.formats import date_format

from kith.directory import queries as directory
from kith.directory.models import Audience, Kind, Setting, Status
from kith.directory.reading.entry import Slot

from .listings import cost_words, slot_words

COST = ("cost_words", "is_free", "price_pence")
NOT_SAID = "Nothing"
LABELS = {
    "name": "Name",
    "summary": "What it is",
    "long_text": "All that its text says",
    "getting_there": "Getting there",
    "access_words": "Getting in",
    "host_name": "Who says hello",
    "phone": "Telephone",
    "email": "Email",
    "url": "Their own page",
    "what_to_expect": "What to expect",
    "organisation": "Run by",
    "place": "Where",
    "times": "When",
    "on_date": "Once, on",
    "categories": "Listed under",
    "kind": "Sort of thing",
    "audience": "Who it is for",
    "status": "Whether it goes on",
    "taster": "Can you try it once?",
    "needs_funding": "Does it need funding?",
    "kit_words": "What to buy first",
    "travel_words": "Fares there and back",
    "form_asks": "What their form asks",
    "setting": "Where it happens",
    "apply_by": "Put a name down by",
}


@dataclass(frozen=True)
class Difference:
    """One part that differs. `part` is what the button sends."""

    part: str
    label: str
    ours: str
    theirs: str

    @property
    def is_ours_alone(self) -> bool:
        """Whether the source says nothing of it: that is no disagreement, so it lies folded."""
        return self.theirs == NOT_SAID


def differences_of(activity) -> list[Difference]:
    """Nothing is settled by itself: both stand there until somebody says which is right. Cost is one part."""
    if activity.source_id is None:  # made here by hand: there is nobody to differ from
        return []
    found = {each.field: each for each in directory.differences(activity)}
    told = [
        Difference(field, label, _in_words(field, found[field].value), _in_words(field, found[field].imported_value))
        for field, label in LABELS.items()
        if field in found
    ]
    return [*told, _cost(activity, found)] if found.keys() & set(COST) else told


def fields_of(part: str) -> tuple[str, ...]:
    """The fields of a part that somebody chose."""
    return COST if part == "cost" else (part,)


def _cost(activity, found: dict) -> Difference:
    theirs = {name: found[name].imported_value if name in found else getattr(activity, name) for name in COST}
    words = [_cost_in_words(one) for one in (activity, SimpleNamespace(**theirs))]
    return Difference("cost", "Cost", words[0] or NOT_SAID, words[1] or NOT_SAID)


def _cost_in_words(one) -> str:
    return "Free" if one.is_free else one.cost_words or cost_words(one)


def _in_words(field: str, value: Any) -> str:
    if value is None or value in ("", []):
        return NOT_SAID
    return WORDS.get(field, str)(value)


def _times(slots: list[dict]) -> str:
    return ", ".join(filter(None, (slot_words(Slot.from_json(slot)) for slot in slots))) or NOT_SAID


def _place(place: dict) -> str:
    return ", ".join(filter(None, (place.get(key) for key in ("name", "address", "postcode")))) or NOT_SAID


def _day(written: str) -> str:
    day = parse_date(written)
    return date_format(day, "l j F Y") if day else written


def _yes_or_no(value: bool) -> str:
    return "Yes" if value else "No"


WORDS: dict[str, Callable[[Any], str]] = {
    "times": _times,
    "place": _place,
    "on_date": _day,
    "apply_by": _day,
    "setting": lambda value: Setting(value).label,
    "categories": ", ".join,
    "kind": lambda value: Kind(value).label,
    "audience": lambda value: Audience(value).label,
    "status": lambda value: Status(value).label,
    "taster": _yes_or_no,
    "needs_funding": _yes_or_no,
}
