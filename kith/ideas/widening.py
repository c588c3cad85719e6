"""Where nothing that fits is as near as was asked: what is in the next ring that holds anything."""

from collections.abc import Iterable
from dataclasses import replace

from kith.directory import queries as directory
from kith.directory.search.rings import ring_around
from kith.local_knowledge.listings import ELSEWHERE


def beyond(near: Iterable[directory.Found], wide: Iterable[directory.Found]) -> list[directory.Found]:
    """Of a wider look what lies in that ring, the best first; nothing where `near` holds a place to go to."""
    if any(map(_is_placed, near)):
        return []
    placed = list(filter(_is_placed, wide))
    ring = ring_around(each.miles for each in placed)
    return [each for each in placed if ring is not None and each.miles <= ring]


def with_beyond(near: directory.Looked, wide: directory.Looked) -> directory.Looked:
    """The near look, with what lies beyond it where that is needed."""
    return replace(near, found=[*beyond(near.found, wide.found), *near.found])


def _is_placed(found: directory.Found) -> bool:
    return found.miles is not None and found.activity.setting not in ELSEWHERE
