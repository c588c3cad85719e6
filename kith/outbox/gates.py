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
    to_name: str | None = None
    print_size: str | None = None
    sender: str | None = None
    body: str | None = None


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
GateForMany = Callable[[list[Letter]], list[Answer]]

_gates: dict[str, Gate] = {}
_for_many: dict[str, GateForMany] = {}


def register(kind: str, gate: Gate, many: GateForMany | None = None) -> None:
    """For letters of this kind; a kind that ends in “:” stands for all that begin with it.

    `many` answers for a few letters at once, in their order, with fewer questions to the database.
    """
    _gates[kind] = gate
    _for_many.pop(kind, None)
    if many:
        _for_many[kind] = many


def register_for_many(kind: str, many: GateForMany) -> None:
    """A gate that answers for a few letters at once, and so for one."""
    register(kind, lambda letter: many([letter])[0], many)


def ask(letter: Letter) -> Answer:
    """The answer of the gate that fits best. A letter without a gate may leave as it is addressed."""
    kind = _fitting(letter)
    return _gates[kind](letter) if kind else Go(to=letter.to)


def ask_together(letters: list[Letter]) -> dict[int, Answer]:
    """The answers of gates that can answer for many, by the letters' keys. The others are asked one by one."""
    together: dict[str, list[Letter]] = {}
    for letter in letters:
        if (kind := _fitting(letter)) in _for_many:
            together.setdefault(kind, []).append(letter)
    answers: dict[int, Answer] = {}
    for kind, some in together.items():
        answers |= {letter.pk: answer for letter, answer in zip(some, _for_many[kind](some), strict=True)}
    return answers


def _fitting(letter: Letter) -> str:
    """The longest kind that has a gate and fits this letter; "" for none."""
    fitting = [kind for kind in _gates if kind == letter.kind or _is_start(kind, letter.kind)]
    return max(fitting, key=len, default="")


def _is_start(kind: str, of: str) -> bool:
    return kind.endswith(":") and of.startswith(kind)
