"""The best candidates around points, each by what its words are worth and how near it is: one look at the database for
however many are asked, and nothing read of what lies farther away."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from django.db import connection

from kith.access import clock

from .around import Around, Held
from .backends import IN_BODY, IN_NAME, Sought, Wanted
from .cells import Stretch, nowhere, stretches_near
from .packed import NAMED, SAID, Row, day_number
from .places import Point
from .scoring import (
    FRESH_SHARE,
    FRESH_UNKNOWN,
    HALF_AS_GOOD_MILES,
    HALF_NEAR_MILES,
    NEAR_SHARE,
    NEAR_UNKNOWN,
    REACH_MILES,
    UNMET,
    WORDS_SHARE,
)
from .wishes import UNKNOWN

A_LITTLE = 0.01  # miles: points are kept as shorter numbers here than where they are measured
ROWS = "SELECT heads, words FROM directory_searchcell WHERE {} ORDER BY number"
ONE_STRETCH = "number BETWEEN %s AND %s"


@dataclass(frozen=True)
class Nearby:
    """What is wanted within so many miles of a point. The spans of `wanted` are not asked. `placeless`: also what has
    no place. `wished`: what has a fact of each of these groups comes first."""

    wanted: Wanted
    near: Point
    miles: float
    placeless: bool = False
    wished: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Seen:
    """Keys, the best first, and how many listings were looked through; of each thing sought how many of them are named
    after it, and how many hold it anywhere."""

    keys: list[int]
    through: int
    named: tuple[int, ...] = ()
    holding: tuple[int, ...] = ()


def seen_near(asked: Sequence[Nearby], limit: int) -> list[Seen]:
    """For each at most so many."""
    if not asked:
        return []
    places = {(each.near, each.miles) for each in asked}
    stretches = set(chain(*(stretches_near(near, miles) for near, miles in places)))
    around = Around(_rows(stretches | ({nowhere()} if any(each.placeless for each in asked) else set())))
    miles = {near: around.miles_from(near) for near, _ in places}
    facts = {fact for each in asked for group in (*each.wanted.facts, *each.wished) for fact in group}
    held = around.look_for(_stems(each.wanted for each in asked), facts)
    return [_seen(around, held, each, miles[each.near], limit) for each in asked]


def _stems(wanted: Iterable[Wanted]) -> set[str]:
    return {stem for each in wanted for one in each.sought for term in one.terms for stem in term}


def _rows(stretches: set[Stretch]) -> list[Row]:
    where = " OR ".join([ONE_STRETCH] * len(stretches))
    with connection.cursor() as cursor:
        cursor.execute(ROWS.format(where), list(chain(*sorted(stretches))))
        return [Row(heads, words) for heads, words in cursor.fetchall()]


def _seen(around: Around, held: Held, asked: Nearby, miles: np.ndarray, limit: int) -> Seen:
    inside = miles <= asked.miles + A_LITTLE
    if asked.placeless:
        inside |= np.isnan(miles)
    through = np.count_nonzero(inside)
    for group in asked.wanted.facts:
        inside &= held.has_fact(group)
    named, said = ([held.share_of(one, side) * inside for one in asked.wanted.sought] for side in (NAMED, SAID))
    worth = _worth(asked.wanted.sought, named, said) if named else inside.astype(float)
    here = np.flatnonzero(worth)
    score = _score(worth[here], miles[here], around.checked[here]) * _met(held, asked.wished, len(around))[here]
    order = np.lexsort((around.keys[here], -score))[:limit]
    holding = [np.maximum(*both) for both in zip(named, said, strict=True)]
    return Seen(around.keys[here][order].tolist(), through, _counted(named), _counted(holding))


def _met(held: Held, wished: tuple[tuple[str, ...], ...], many: int) -> np.ndarray:
    """What is left of a score by the wishes that are met."""
    met = np.mean([np.where(held.has_fact(group), 1.0, UNKNOWN) for group in wished] or [np.ones(many)], axis=0)
    return UNMET + (1 - UNMET) * met**2


def _worth(sought: Sequence[Sought], named: list[np.ndarray], said: list[np.ndarray]) -> np.ndarray:
    """The best place where each thing stands counts."""
    worth = np.zeros(len(named[0]))
    for one, in_name, in_prose in zip(sought, named, said, strict=True):
        worth += one.worth * np.maximum(IN_NAME * in_name, IN_BODY * in_prose)
    return worth


def _counted(shares: list[np.ndarray]) -> tuple[int, ...]:
    return tuple(np.count_nonzero(share) for share in shares)


def _score(worth: np.ndarray, miles: np.ndarray, checked: np.ndarray) -> np.ndarray:
    """Nearly what they will be scored by: see `scoring.settle`."""
    nearness = np.where(np.isnan(miles), NEAR_UNKNOWN, 1 / (1 + miles / HALF_NEAR_MILES))
    years = np.maximum(0, day_number(clock.today()) - checked.astype(float)) / 365
    whole = WORDS_SHARE * worth / worth.max(initial=1e-9)
    whole += NEAR_SHARE * nearness + FRESH_SHARE * np.where(checked > 0, 1 / (1 + years), FRESH_UNKNOWN)
    return whole / (1 + np.maximum(0.0, np.nan_to_num(miles) - REACH_MILES) / HALF_AS_GOOD_MILES)
