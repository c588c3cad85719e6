"""The last question before a letter leaves: may it still, to where, and how?

A module that posts letters registers a gate for their kind when it starts. A gate is asked at the
last moment, so that whatever changed since the letter was written counts.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from .models import Letter


@dataclass(frozen=True)
class Go:
    """It may leave, to this address. What else is told here replaces what the letter says."""

    to: str
    to_name: str = ""
    print_size: str = ""
    sender: str = ""


@dataclass(frozen=True)
class Wait:
    """Not yet; it is asked again after this time."""

    reason: str = ""
    again_after: timedelta = timedelta(minutes=15)


@dataclass(frozen=True)
class HoldBack:
    """It does not leave. The reason is a sentence for staff."""

    reason: str


Answer = Go | Wait | HoldBack
Gate = Callable[[Letter], Answer]

_gates: dict[str, Gate] = {}


def register(kind: str, gate: Gate) -> None:
    """For letters of this kind; a kind that ends in “:” stands for all that begin with it."""
    _gates[kind] = gate


def ask(letter: Letter) -> Answer:
    """The answer of the gate that fits best. A letter without a gate may leave as it is addressed."""
    fitting = [kind for kind in _gates if kind == letter.kind or _is_start(kind, letter.kind)]
    if not fitting:
        return Go(to=letter.to)
    return _gates[max(fitting, key=len)](letter)


def _is_start(kind: str, of: str) -> bool:
    return kind.endswith(":") and of.startswith(kind)
