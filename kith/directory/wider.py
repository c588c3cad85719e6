"""`kith find --within` for people: where nothing is so near, what is a little further, and how far was looked."""

from collections.abc import Callable

from .search.found import Found
from .search.rings import WIDEST, nothing_within, ring_around, these_are_within


def look_wider(found: list[Found], within: float | None, find: Callable[..., list[Found]]) -> tuple[list, str]:
    """What to show and a sentence before it, "" where something is near enough. `find` takes `within_miles`."""
    if within is None or within >= WIDEST or any(one.miles is not None for one in found):
        return found, ""
    placed = [one for one in find(within_miles=WIDEST) if one.miles is not None]
    ring = ring_around(one.miles for one in placed)
    if ring is None:
        return found, nothing_within(WIDEST)
    inside = [one for one in placed if one.miles <= ring]
    return [*inside, *found], f"{nothing_within(within)} {these_are_within(len(inside), ring)}"
