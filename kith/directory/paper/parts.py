"""One part of a draft: what was found, and how much that is worth."""

from dataclasses import dataclass, replace

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
    return {field: _agreed(first[field], second[field]) for field in FIELDS}


def _agreed(first: Part, second: Part) -> Part:
    if not first.is_found:
        return replace(second, sure=False)
    return replace(first, sure=first.sure and second.sure and first.value == second.value)


def as_json(parts: Parts) -> dict:
    """Plain values, to be kept beside the file until somebody has looked."""
    return {
        field: {"value": _plain(part.value), "words": part.words, "sure": part.sure} for field, part in parts.items()
    }


def from_json(found: dict) -> Parts:
    """The other way round. A part that is not there was not found."""
    return {field: _part(field, found[field]) if field in found else nothing(field) for field in FIELDS}


def _plain(value: object) -> object:
    return [slot.as_json() for slot in value] if isinstance(value, tuple) else value


def _part(field: str, told: dict) -> Part:
    value = tuple(Slot.from_json(each) for each in told["value"]) if field == "schedule" else told["value"]
    return Part(value, told["words"], told["sure"])
