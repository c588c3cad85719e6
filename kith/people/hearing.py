"""What Kith may tell a worker, by kind: each can be switched off by whoever it reaches.

A module that writes to workers tells of its kinds when it starts (`AppConfig.ready`), so that they stand on the page.
"""

from datetime import time

COVERING = "to worker: covering"
WORKS_APART = "to worker: works apart"
URGENT_LOOK = "to worker: urgent look"
WORRY = "to worker: worry about safety"
GONE_ASTRAY = "to worker: information gone astray"
AT_ONCE = (URGENT_LOOK, WORRY, GONE_ASTRAY)  # at any hour, and never switched off: they are not told of below

_kinds: dict[str, str] = {}


def tell_of(kind: str, words: str) -> None:
    """A kind that begins with “to worker:”, and in words when it is sent: “Somebody asks me to cover”."""
    _kinds[kind] = words


def kinds() -> list[tuple[str, str]]:
    """Every kind with its words, in the order they were told of."""
    return list(_kinds.items())


def cannot_hear(begins: time, ends: time, days: list[int]) -> str | None:
    """Some hour of some day is left; otherwise what is waiting would wait for ever."""
    if begins >= ends:
        return "The first hour comes before the last one. Please look at both."
    if not days or set(days) - set(range(7)):
        return "Please choose at least one day. You can switch each kind off instead."
    return None
