"""One part of a draft: what was found, and how much that is worth."""

from dataclasses import dataclass, replace
from typing import Any

from kith.directory.reading.entry import Slot

FIELDS = (
    "name",
    "organization",
    "description",
    "phone",
    "email",
    "url",
    "postcode",
    "address",
    "cost",
    "schedule",
    "date",
)
BESIDES = ("place_name", "getting_there", "access_words", "host_name", "taster", "apply_by")  # for our own draft
EVERY = (*FIELDS, *BESIDES)
TOGETHER = ("description", "schedule", "access_words", "getting_there")
LONGEST = {"description": 2_000, "access_words": 300, "getting_there": 300}  # as much as their boxes take
OTHERWISE = {"schedule": ()}  # every other part is empty words when it was not found


@dataclass(frozen=True)
class Part:
    """`words` are those of the leaflet. `sure`: its form leaves no doubt, and both looks at the paper saw the same."""

    value: object = ""
    words: str = ""
    sure: bool = False

    @property
    def is_found(self) -> bool:
        return bool(self.value)


Parts = dict[str, Part]


def nothing(field: str) -> Part:
    """The part that was not found."""
    return Part(OTHERWISE.get(field, ""))


def agreed(first: Parts, second: Parts) -> Parts:
    """Two looks at one page: what only one of them saw, or saw otherwise, is not sure."""
    return {field: _agreed(first[field], second[field]) for field in EVERY}


def _agreed(first: Part, second: Part) -> Part:
    if not first.is_found:
        return replace(second, sure=False)
    return replace(first, sure=first.sure and second.sure and first.value == second.value)


def joined(front: Parts, back: Parts) -> Parts:
    """Two sides of one leaflet: what both say otherwise is as the front says, and not sure. Times and sentences of both
    stand together."""
    return {field: _joined(field, front[field], back[field]) for field in EVERY}


def _joined(field: str, front: Part, back: Part) -> Part:
    if not (front.is_found and back.is_found):
        return front if front.is_found else back
    if front.value == back.value:
        return replace(front, sure=front.sure and back.sure)
    if field in TOGETHER:
        return Part(_both(field, front.value, back.value), f"{front.words} … {back.words}")
    return replace(front, sure=False)


def _both(field: str, one: Any, other: Any) -> Any:
    """One after the other, in one line where the box has one; a time that both sides tell is told once."""
    if isinstance(one, tuple):
        known = {replace(slot, words="") for slot in one}
        return (*one, *(slot for slot in other if replace(slot, words="") not in known))
    together = f"{one}\n{other}" if field == "description" else f"{one.rstrip(' .')}. {other}"
    return together[: LONGEST[field]].rstrip()


def as_json(parts: Parts) -> dict:
    """Plain values, to be kept beside the file until somebody has looked."""
    return {
        field: {"value": _plain(part.value), "words": part.words, "sure": part.sure} for field, part in parts.items()
    }


def from_json(found: dict) -> Parts:
    """The other way round. A part that is not there was not found."""
    return {field: _part(field, found[field]) if field in found else nothing(field) for field in EVERY}


def _plain(value: object) -> object:
    return [slot.as_json() for slot in value] if isinstance(value, tuple) else value


def _part(field: str, told: dict) -> Part:
    value = tuple(Slot.from_json(each) for each in told["value"]) if field == "schedule" else told["value"]
    return Part(value, told["words"], told["sure"])
