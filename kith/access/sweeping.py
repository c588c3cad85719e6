"""How everything that is due is gone through: a few at a time, each by itself, however many there are."""

import logging
from collections import Counter
from collections.abc import Callable, Iterator

from django.db.models import QuerySet

from .tidying import seldom_tidied

log = logging.getLogger("kith.clock")
A_FEW = 200
STUMBLED = "stumbled"


def never_stops() -> bool:
    return True


def a_few_at_a_time(rows: QuerySet) -> Iterator:
    """Every row, in the order of keys; never more than a few in memory, and what is done meanwhile is left out."""
    after = 0
    while found := list(rows.filter(pk__gt=after).order_by("pk")[:A_FEW]):
        yield from found
        after = found[-1].pk


def go_through_together(
    rows: QuerySet, act: Callable[[list], Counter[str]], goes_on: Callable[[], bool] = never_stops
) -> Counter[str]:
    """Does it for a few at once while it may go on, and counts what came of it. Where a few stumble together, each
    is done by itself: one that stumbles is logged, and stops nobody else's."""
    with seldom_tidied():
        return _gone_through(rows.select_related(None).only("pk"), act, goes_on)  # whoever acts reads each anew


def _gone_through(rows: QuerySet, act: Callable[[list], Counter[str]], goes_on: Callable[[], bool]) -> Counter[str]:
    counts: Counter[str] = Counter()
    after = 0
    while goes_on() and (few := list(rows.filter(pk__gt=after).order_by("pk")[:A_FEW])):
        after = few[-1].pk
        try:
            counts += act(few)
        except Exception:  # noqa: BLE001 - which of them it was is found out next
            alone = rows.filter(pk__in=[row.pk for row in few])
            counts += go_through(alone, lambda row: next(iter(act([row])), ""), goes_on)
    return counts


def go_through(
    rows: QuerySet, act: Callable[..., str], goes_on: Callable[[], bool] = never_stops, **kwargs
) -> Counter[str]:
    """Does it for each while it may go on, and counts what came of it. One that stumbles is logged, and stops nobody
    else's."""
    counts: Counter[str] = Counter()
    for row in a_few_at_a_time(rows):
        if not goes_on():
            break
        try:
            counts[act(row, **kwargs)] += 1
        except Exception as problem:  # noqa: BLE001 - nobody else waits for it
            kind = type(problem).__name__  # what it says may be somebody's words
            log.error("%s %s was passed over (%s); it is tried again.", row._meta.model_name, row.pk, kind)
            counts[STUMBLED] += 1
    return counts
