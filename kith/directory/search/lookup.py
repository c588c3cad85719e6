"""Which listings are looked at closer: those near by first, and farther away only for what hardly anything near by is
named after. What has no place is always near."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from .asked import Asked
from .backends import Wanted, candidates_of_each
from .cells import MOST_MILES
from .map_order import WITHOUT_A_PLACE, Span, spans_near
from .places import Point
from .sought import how_many, most_telling, named_in, sought_in, weighed
from .wanting import Wishes, facts_of_wishes, facts_wished
from .weights import Rarity

if TYPE_CHECKING:
    from .near import Seen

CANDIDATES = 120  # of each look at the whole directory; the index puts them in nearly the order that they end in
FAR_ONES = 24  # of each that is one beside a look around a point
NEAREST, OF_EACH_SHOWN = 60, 3  # of each look around a point, which puts them in order by how near they are too
NEAR_MILES, FARTHER = 12, MOST_MILES  # with a point and no limit, what is so near is looked at; or so far
FEW_LISTINGS = 20_000  # in a directory; then the farther look is as quick, and is taken at once
ENOUGH, MANY = 20, 60  # are named after a thing, or speak of it: nothing farther away comes before them
RARE = 4_000  # listings of the whole directory at the most: what more of them hold is near by too


@dataclass
class Look:
    """One of the looks for one of the asks. `wished`: groups of facts that come first, where it is around a point.
    `keys`: what was found by now."""

    turn: int
    wanted: Wanted
    wished: tuple[tuple[str, ...], ...]
    near: Point | None
    miles: float | None  # the limit, if there is one
    most: int  # so many are looked at closer
    keys: list[int] = field(default_factory=list)

    @property
    def is_near(self) -> bool:
        """Whether it is one around a point."""
        return self.near is not None and (self.miles or 0) <= MOST_MILES


def keys_of_each(asks: Sequence[tuple[Asked, Wishes]], rarity: Rarity) -> list[list[int]]:
    """The candidates of each, in one order always."""
    looks = [look for turn, ask in enumerate(asks) for look in _looks(turn, *ask, rarity)]
    farther = [look for look in looks if look.is_near]
    without_a_place = _without_a_place(farther, rarity.documents)
    for miles in (FARTHER,) if rarity.documents < FEW_LISTINGS else (NEAR_MILES, FARTHER):
        farther = _look_near(farther, miles, rarity.documents)
    _look_everywhere([*(look for look in looks if not look.is_near), *farther], without_a_place, rarity)
    keys: list[dict[int, None]] = [{} for _ in asks]
    for look in looks:
        keys[look.turn].update(dict.fromkeys(look.keys))
    return [list(each) for each in keys]


def _looks(turn: int, asked: Asked, wishes: Wishes, rarity: Rarity) -> list[Look]:
    """All that is sought; what meets the wishes without the words too."""
    sought = weighed(sought_in(asked), rarity)
    facts, wished = tuple(facts_of_wishes(wishes)), tuple(facts_wished(asked))
    most = max(NEAREST, OF_EACH_SHOWN * wishes.limit) + len(wishes.leave_out)
    look = partial(Look, turn, near=wishes.near, miles=wishes.within_miles)
    looks = [look(Wanted(sought, facts), wished, most=most)]
    if asked.name.stems and not asked.says:
        looks.append(look(Wanted(named_in(asked), facts), (), most=most))
    if wished and not looks[0].is_near:
        looks.append(look(Wanted(sought, (*facts, *wished)), (), most=most))
    if wished and sought:
        looks.append(look(Wanted((), (*facts, *wished)), (), most=most // 2))
    return looks


def _look_near(looks: list[Look], miles: float, documents: int) -> list[Look]:
    """Around the point of each. Those which found too little within so many miles, and may look farther: not where
    the whole directory of so many `documents` was looked through. A small one is, with what has no place."""
    from .near import Nearby, seen_near  # numpy is loaded with the first search

    is_small = documents < FEW_LISTINGS
    asked = [
        Nearby(look.wanted, look.near, look.miles or miles, is_small or look.miles is not None, look.wished)
        for look in looks
        if look.near
    ]
    farther = []
    for look, seen in zip(looks, seen_near(asked, max((look.most for look in looks), default=0)), strict=True):
        look.keys += seen.keys[: look.most]
        if look.miles is None and seen.through < documents and (wanted := _missed(look.wanted, seen)):
            look.wanted = wanted
            farther.append(look)
    return farther


def _missed(wanted: Wanted, seen: "Seen") -> Wanted | None:
    """What hardly anything that was seen is named after, or speaks of."""
    if not wanted.sought:
        return wanted if len(seen.keys) < ENOUGH else None
    counted = zip(wanted.sought, seen.named, seen.holding, strict=True)
    sought = tuple(one for one, named, holding in counted if named < ENOUGH and holding < MANY)
    return replace(wanted, sought=sought) if sought else None


def _without_a_place(looks: list[Look], documents: int) -> list[tuple[Look, Wanted]]:
    """What goes on online, by telephone or at home, for each that is without a limit: among so many `documents` the
    cells around are read without it."""
    if documents < FEW_LISTINGS:
        return []
    return [(look, replace(look.wanted, spans=(WITHOUT_A_PLACE,))) for look in looks if look.miles is None]


def _look_everywhere(looks: list[Look], besides: list[tuple[Look, Wanted]], rarity: Rarity) -> None:
    """At what tells most, by the index of the whole directory; and at what is asked of it `besides`."""
    wanted = [(look, _everywhere(look, rarity)) for look in looks]
    wanted = [(look, each) for look, each in wanted if each.sought or not look.wanted.sought]
    wanted += besides
    limits = [FAR_ONES if look.is_near else CANDIDATES for look, _ in wanted]
    found = candidates_of_each([each for _, each in wanted], limits)
    for (look, _), keys in zip(wanted, found, strict=True):
        look.keys += keys


def _everywhere(look: Look, rarity: Rarity) -> Wanted:
    if spans := _spans(look):
        return replace(look.wanted, spans=spans)
    sought = most_telling(look.wanted.sought, rarity)
    if look.keys:
        sought = tuple(one for one in sought if min(how_many(term, rarity) for term in one.terms) <= RARE)
    return replace(look.wanted, sought=sought)


def _spans(look: Look) -> tuple[Span, ...]:
    """Of a limit in miles that is wider than what counts as near."""
    spans = spans_near(look.near, look.miles) if look.near and look.miles and not look.is_near else []
    return (*spans, WITHOUT_A_PLACE) if spans else ()
