"""What was understood of the words, as chips: each can be taken off by one press, and put back by another."""

from dataclasses import dataclass, field

from django.http import QueryDict

from kith.directory.queries import Fact

from .forms import OFF, OFF_OF
from .table import Asked

MOST = 8


@dataclass(frozen=True)
class Chips:
    """Words and the address that each press leads to. `off`: what was taken off, and can be put back."""

    on: list[tuple[str, str]] = field(default_factory=list)
    off: list[tuple[str, str]] = field(default_factory=list)


def chips_of(facts: tuple[Fact, ...], asked: Asked, address: QueryDict) -> Chips:
    """The first few of what was understood, and all that was taken off; none where help comes first."""
    if asked.is_for_help:
        return Chips()
    on = [fact for fact in facts if fact.key not in asked.taken_off][:MOST]
    off = [fact for fact in facts if fact.key in asked.taken_off]
    return Chips(
        [(fact.words, _address(address, asked, asked.taken_off | {fact.key})) for fact in on],
        [(fact.words, _address(address, asked, asked.taken_off - {fact.key})) for fact in off],
    )


def _address(address: QueryDict, asked: Asked, off: frozenset[str]) -> str:
    """The same search with these facts left out."""
    rest = address.copy()
    rest.setlist(OFF, sorted(off))
    rest[OFF_OF] = asked.words
    if not off:
        del rest[OFF_OF]
    return f"?{rest.urlencode()}"
