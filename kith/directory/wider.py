"""Where nothing that fits is as near as was asked: the next ring that holds anything, and how far was looked."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from .search.found import Found
from .search.rings import WIDEST, nothing_within, ring_around, these_are_within
from .search.telling import Chosen

One = TypeVar("One", Found, Chosen)


def beyond(near: Iterable[One], wide: Iterable[One]) -> list[One]:
    """Of a wider look what lies in that ring, the best first; nothing where `near` holds a place to go to."""
    if any(map(_is_placed, near)):
        return []
    placed = list(filter(_is_placed, wide))
    ring = ring_around(each.miles for each in placed if each.miles is not None)
    return [each for each in placed if ring is not None and each.miles is not None and each.miles <= ring]


def look_wider(found: list[Found], within: float | None, find: Callable[..., list[Found]]) -> tuple[list[Found], str]:
    """What to show and a sentence before it, "" where something is near enough. `find` takes `within_miles`."""
    if within is None or within >= WIDEST or any(map(_is_placed, found)):
        return found, ""
    further = beyond(found, find(within_miles=WIDEST))
    return [*further, *found], how_far_words(within, [each.miles or 0.0 for each in further])


def how_far_words(within: float, miles: list[float]) -> str:
    """“Nothing within 3 miles. These are within 8 miles.”; "" where something is as near as was asked."""
    if any(each <= within for each in miles):
        return ""
    ring = ring_around(miles)
    if ring is None:
        return nothing_within(WIDEST)
    return f"{nothing_within(within)} {these_are_within(len(miles), ring)}"


def _is_placed(found: Found | Chosen) -> bool:
    return found.miles is not None and found.activity.is_gone_to
