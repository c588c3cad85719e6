"""What of a record is told in a copy: all of it, but passages that are covered and rows that are held back.

What was marked while it was written (`kith.design.marks`) is found at once when a copy is looked through. Nothing is
covered by itself.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace

from kith.design.marks import without_marks

from .gathering import Part, Record
from .models import Held

COVERED = "[covered: about somebody else]"


def as_told(parts: list[Part], held: Iterable[Held]) -> list[Part]:
    """The same parts, as they go out."""
    by_mark: dict[str, list[Held]] = {}
    for each in held:
        by_mark.setdefault(each.mark, []).append(each)
    return [replace(part, records=_told(part.records, by_mark)) for part in parts]


def _told(records: list[Record], by_mark: dict[str, list[Held]]) -> list[Record]:
    told = [_with(each, by_mark.get(each.mark, [])) for each in records]
    return [each for each in told if each is not None]


def _with(record: Record, held: Collection[Held]) -> Record | None:
    """None for a row that is held back whole. The brackets of marks go too: they were for whoever looks it through."""
    if any(each.kind == Held.Kind.BACK for each in held):
        return None
    passages = [each.passage for each in held]
    return replace(record, values={name: _covered(words, passages) for name, words in record.values.items()})


def _covered(words: str, passages: list[str]) -> str:
    for passage in sorted(passages, key=len, reverse=True):
        words = words.replace(passage, COVERED)
    return without_marks(words)


def in_words(held: Iterable[Held]) -> list[str]:
    """What was done and why, as the copy itself says it; never what it was."""
    counts: dict[tuple[str, str], int] = {}
    for each in held:
        key = (each.get_kind_display(), each.reason)
        counts[key] = counts.get(key, 0) + 1
    return [f"{count} {_things(count)} {what}. The reason: {reason}" for (what, reason), count in counts.items()]


def _things(count: int) -> str:
    return "passage or record is" if count == 1 else "passages or records are"
