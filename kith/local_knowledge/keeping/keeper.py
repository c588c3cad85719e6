"""The short list of whoever keeps the table: what was said or is silent, then what is used most and oldest."""

from django.utils.formats import date_format

from kith.access import clock
from kith.directory.aging import never_checked
from kith.directory.waiting import MOST, Waiting, waiting
from kith.local_knowledge.freshness import month
from kith.local_knowledge.queries import from_places, used_and_old


def to_look_at() -> list[Waiting]:
    """At most twenty; last what nobody has checked yet. How many people use a place puts them in order, and is told to
    nobody."""
    first = [*waiting(), *_from_places()]
    known = {each.activity.pk for each in first}
    old = [each for each in used_and_old(MOST) if each.pk not in known]
    today = clock.today()
    told = [*first, *(Waiting(each, f"Not checked since {month(each.age_from, today)}") for each in old)][:MOST]
    return [*told, *_never_checked({each.activity.pk for each in told}, MOST - len(told))]


def _from_places() -> list[Waiting]:
    """What anybody may read by now, in the place's own words."""
    why = "The place wrote what to expect, {}. It is in the listing"
    return [
        Waiting(each.activity, why.format(date_format(each.said_on, "j F")), each.words, is_said=True)
        for each in from_places(MOST)
    ]


def _never_checked(known: set[int], limit: int) -> list[Waiting]:
    """The newest first: whoever added it may still know."""
    found = never_checked().exclude(pk__in=known).select_related("source").order_by("-pk")[:limit]
    return [Waiting(each, "Nobody has checked it yet") for each in found]
