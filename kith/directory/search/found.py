"""What a search gives out."""

from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

One = TypeVar("One")


@dataclass(frozen=True)
class Reason:
    """Why a listing is shown: one short sentence about it. `sure` is False for what was read in prose."""

    kind: str  # words, meaning, need, cost, day, near, fresh, surprise
    words: str
    sure: bool = True

    def __str__(self) -> str:
        return self.words


@dataclass(frozen=True)
class Found:
    """One listing found. `miles` is None where the listing has no place, or no point was asked from."""

    activity_id: int
    public_id: str
    external_id: str
    name: str
    organisation: str
    summary: str
    kind: str
    miles: float | None
    score: float
    why: tuple[Reason, ...]
    categories: tuple[str, ...] = ()
    ordinary: bool = True  # nothing about it is a health or support service
    named: bool = False  # its own name is what was typed
    activity: Any = field(default=None, compare=False, repr=False)  # the listing itself, with all it says

    @property
    def known_as(self) -> str:
        """The id it was imported with, else its public id."""
        return self.external_id or self.public_id


@dataclass(frozen=True)
class Fact:
    """One thing that was understood of the words. `key` names it in an address; `words` are for a chip."""

    key: str
    words: str


@dataclass(frozen=True)
class Looked(Generic[One]):
    """What was found, and what would have been but for a line on what does not help; the best first.
    `facts`: what was understood of the words, also what was left out of the search again."""

    found: list[One]
    kept_away: list[One]
    facts: tuple[Fact, ...] = ()
