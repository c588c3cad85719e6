"""The short list of whoever keeps the table: what places wrote, what was said or is silent, then what is used most and
oldest."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.formats import date_format

from kith.access import clock
from kith.directory.aging import never_checked
from kith.directory.waiting import MOST, Waiting, said_of, waiting
from kith.local_knowledge.freshness import month
from kith.local_knowledge.models import FromPlace
from kith.local_knowledge.queries import long_full, through_whom, used_and_old, written_by_places
from kith.local_knowledge.warmth import heard_of_words

Teams = QuerySet | tuple[int, ...]


@dataclass(frozen=True)
class Keeping:
    """What waits, and what is full for long by itself: other things come before that, so it has a count of its own."""

    waiting: list[Waiting]
    full: list[Waiting]
    how_many_full: int


def keeping_of(teams: Teams = ()) -> Keeping:
    """Both, for one page."""
    long = long_full(MOST)
    full = [Waiting(each.activity, _full_words(each.said_on)) for each in long]
    return Keeping(to_look_at(teams, full), full, long[0].how_many if long else 0)


def to_look_at(teams: Teams = (), full: Iterable[Waiting] = ()) -> list[Waiting]:
    """At most twenty; first what anybody may read by now in a place's own words, last what nobody has checked yet. How
    many people use a place puts them in order, and is told to nobody. `teams`: the keys of the reader's own; `full`:
    what is full for long."""
    found = _from_places()
    for look in (waiting, lambda: full, _old):
        if len(found) < MOST:
            found |= {each.activity.pk: each for each in look() if each.activity.pk not in found}
    told = list(found.values())[:MOST]
    return [*told, *_never_checked({each.activity.pk for each in told}, MOST - len(told), teams)]


def _old() -> list[Waiting]:
    today = clock.today()
    return [Waiting(each, f"Not checked since {month(each.age_from, today)}") for each in used_and_old(MOST)]


def _from_places() -> dict[int, Waiting]:
    written = {each.activity_id: each for each in written_by_places(MOST)}
    said = said_of(each.activity for each in written.values()) if written else {}
    return {key: _from_the_place(each, said.get(key, [])) for key, each in written.items()}


def _from_the_place(written: FromPlace, said: list[Waiting]) -> Waiting:
    """What it wrote; with what somebody said of it meanwhile, as one press sees to all of it."""
    wrote = f"The place wrote what to expect, {date_format(written.said_on, 'j F')}. It is in the listing"
    others = [f"{each.why}: “{each.words}”" if each.words else each.why for each in said]
    is_gone = any(each.is_gone for each in said)
    return Waiting(written.activity, ". ".join([*others, wrote]), written.words, is_said=True, is_gone=is_gone)


def _full_words(since: date) -> str:
    return f"It has been full since {date_format(since, 'j F')}, and nobody said until when. Please ask them"


def _never_checked(known: set[int], limit: int, teams: Teams) -> list[Waiting]:
    """The newest first: whoever added it may still know."""
    new = never_checked().exclude(pk__in=known).select_related("source").annotate(heard_of=through_whom(teams))
    return [Waiting(each, _why_unchecked(each.heard_of)) for each in new.order_by("-pk")[:limit]]


def _why_unchecked(heard_of: str | None) -> str:
    return heard_of_words(heard_of) if heard_of else "Nobody has checked it yet"
