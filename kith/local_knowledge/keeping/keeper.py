"""The short list of whoever keeps the table: what was said or is silent, then what is used most and oldest."""

from django.utils.formats import date_format

from kith.access import clock
from kith.directory.aging import never_checked
from kith.directory.waiting import MOST, Waiting, waiting
from kith.local_knowledge.freshness import month
from kith.local_knowledge.queries import through_whom, used_old_and_written
from kith.local_knowledge.warmth import heard_of_words


def to_look_at() -> list[Waiting]:
    """At most twenty; last what nobody has checked yet. How many people use a place puts them in order, and is told to
    nobody."""
    first = {each.activity.pk: each for each in waiting()}
    if len(first) < MOST:
        first |= _written_and_old(set(first))
    told = list(first.values())[:MOST]
    return [*told, *_never_checked({each.activity.pk for each in told}, MOST - len(told))]


def _written_and_old(known: set[int]) -> dict[int, Waiting]:
    """What a place wrote itself, and after it what is old."""
    old, all_of_them = used_old_and_written(MOST)
    today = clock.today()
    found = {each.pk: _from_the_place(each) for each in all_of_them if each.wrote}
    aged = {each.pk: Waiting(each, f"Not checked since {month(each.age_from, today)}") for each in old}
    return {key: each for key, each in (found | aged | found).items() if key not in known}


def _from_the_place(activity) -> Waiting:
    """What anybody may read by now, in the place's own words."""
    why = f"The place wrote what to expect, {date_format(activity.wrote_on, 'j F')}. It is in the listing"
    return Waiting(activity, why, activity.wrote, is_said=True)


def _never_checked(known: set[int], limit: int) -> list[Waiting]:
    """The newest first: whoever added it may still know."""
    new = never_checked().exclude(pk__in=known).select_related("source").annotate(heard_of=through_whom())
    return [Waiting(each, _why_unchecked(each.heard_of)) for each in new.order_by("-pk")[:limit]]


def _why_unchecked(heard_of: str | None) -> str:
    return heard_of_words(heard_of) if heard_of else "Nobody has checked it yet"
