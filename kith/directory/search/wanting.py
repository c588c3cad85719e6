"""What is asked for beside the words, and which facts of the index that comes to."""

from dataclasses import dataclass, replace

from .asked import Asked
from .places import Point

Groups = list[tuple[str, ...]]  # of each group a listing has at least one fact


@dataclass(frozen=True)
class Wishes:
    """What is asked for beside the words. `sorts`: only what is for everybody, or for these sorts of people.
    `tasters`: only what can be tried once; `ordinary`: nothing that is a health or support service.
    `taken_off`: what was understood of the words and is not meant, by the keys of those facts."""

    near: Point | None = None
    within_miles: float | None = None
    free: bool = False
    days: frozenset[int] = frozenset()
    limit: int = 20
    leave_out: frozenset[str] = frozenset()
    sorts: frozenset[str] | None = None
    tasters: bool = False
    ordinary: bool = False
    taken_off: frozenset[str] = frozenset()


def with_wishes(asked: Asked, wishes: Wishes) -> Asked:
    """What the words wish for, and what is asked for beside them."""
    return replace(asked, free=asked.free or wishes.free, days=asked.days | wishes.days)


def facts_of_wishes(wishes: Wishes) -> Groups:
    """What is asked for beside the words: what has none of these is not shown."""
    groups: Groups = [("xfree", "xmayfree")] if wishes.free else []
    if wishes.tasters:
        groups.append(("xtaster", "xmaytaster"))
    if wishes.days:
        groups.append(tuple(f"x{may}day{day}" for day in sorted(wishes.days) for may in ("", "may")))
    return groups


def facts_wished(asked: Asked) -> Groups:
    """Facts that the words wish for: what meets them is always among the candidates."""
    groups = (
        [tuple(f"x{may}{fact}" for fact in asked.wished_facts for may in ("", "may"))] if asked.wished_facts else []
    )
    return [*groups, ("xfree", "xmayfree")] if asked.free else groups
