"""What to know before setting out: that somebody doubts a listing, and that no bus goes back."""

from collections.abc import Iterable

from kith.directory.waiting import Waiting, said_of

from .buses import missed_by_activity

STOPPED = "Somebody said it may have stopped: ring before you go"
CHANGED = "Somebody said something has changed: ring before you go"


def doubt_words(said: Iterable[Waiting]) -> list[str]:
    """The one sentence for anybody: never what was said, nor by whom. The graver one alone."""
    kinds = {each.is_gone for each in said}
    return [STOPPED if True in kinds else CHANGED] if kinds else []


def doubts_by_activity(activities: Iterable) -> dict[int, list[str]]:
    """The same of many listings, by key: one look for all."""
    return {key: doubt_words(said) for key, said in said_of(activities).items()}


def cautions_by_activity(activities: Iterable) -> dict[int, list[str]]:
    """Doubts, and times after which no bus goes back, by key: two looks for all."""
    every = list(activities)
    doubts, missed = doubts_by_activity(every), missed_by_activity(every)
    return {key: [*doubts.get(key, ()), *missed.get(key, ())] for key in doubts.keys() | missed.keys()}
