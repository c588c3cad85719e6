"""What waits for whoever keeps the table, the most useful first: what was said, who did not answer, which websites are
silent."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q
from django.utils.formats import date_format

from kith.access import clock

from . import ages, aging
from .models import Activity, Doubt, Status, Website

MOST = 20
AN_INDIVIDUAL = "somebody who uses it"


@dataclass(frozen=True)
class Waiting:
    """One listing and why it is here. `is_said`: somebody said so, and it goes once it was looked at. `is_gone`: they
    said that it has stopped."""

    activity: Activity
    why: str
    words: str = ""
    is_said: bool = False
    is_gone: bool = False


def waiting(limit: int = MOST) -> list[Waiting]:
    """Each listing once, for its first reason. At most five looks, and none after there are enough."""
    found: dict[int, Waiting] = {}
    for look in (_said, _leaving, _silent_places, _silent_websites):
        for each in look(limit) if len(found) < limit else ():
            found.setdefault(each.activity.pk, each)
    return list(found.values())[:limit]


def said_of(activities: Iterable[Activity]) -> dict[int, list[Waiting]]:
    """What was said of each of these and nobody has looked at yet, by its key: what has stopped before what has
    changed. One look for all."""
    doubts = Doubt.objects.filter(activity__in=list(activities), seen_to_on__isnull=True).select_related("activity")
    found: dict[int, list[Waiting]] = {}
    for doubt in doubts.order_by("-kind", "said_on", "pk"):
        found.setdefault(doubt.activity_id, []).append(_told(doubt))
    return found


def silent_words(activity: Activity) -> str:
    """“Their website did not answer on 3 March”, after several days of silence; empty for others."""
    if not activity.url:
        return ""
    site = Website.objects.filter(address=activity.url, silent_days__gte=ages.SILENT_DAYS).first()
    return _silent(site.silent_on) if site else ""


def off_the_table(name: str = "") -> list[Activity]:
    """What has left the table and is kept, by name; with part of a name only those."""
    left = Activity.objects.filter(status__in=(Status.OFF, Status.CLOSED), name__icontains=name)
    return list(left.select_related("organisation", "place", "source").order_by("name", "pk")[: ages.SHOWN_OFF])


def _said(limit: int) -> list[Waiting]:
    """What has stopped before what has changed, the longest ago first."""
    still_on = Q(activity__status=Status.CLOSED, kind=Doubt.Kind.CHANGED)  # said of what somebody else closed
    doubts = Doubt.objects.filter(Q(activity__status=Status.LIVE) | still_on, seen_to_on__isnull=True)
    first = doubts.select_related("activity__source").order_by("-kind", "said_on", "pk")[:limit]
    return [_told(each) for each in first]


def _told(doubt: Doubt) -> Waiting:
    who = "the place itself" if doubt.said_by == "contact" else AN_INDIVIDUAL
    who = "a worker" if doubt.said_by not in ("contact", "individual") else who
    what = "it has stopped" if doubt.kind == Doubt.Kind.GONE else "something has changed"
    why = f"{who} said that {what}, {_day(doubt.said_on)}"
    is_gone = doubt.kind == Doubt.Kind.GONE
    return Waiting(doubt.activity, why[:1].upper() + why[1:], doubt.words, is_said=True, is_gone=is_gone)


def _leaving(limit: int) -> list[Waiting]:
    """What leaves the table before long if nobody checks it, the soonest first."""
    today = clock.today()
    soon = aging.leaving_soon(today).select_related("source").order_by("age_from", "pk")[:limit]
    gone_on = {each.pk: each.age_from + timedelta(days=ages.OFF) for each in soon}
    return [
        Waiting(each, f"It leaves the table on {_day(gone_on[each.pk])} unless somebody checks it") for each in soon
    ]


def _silent_places(limit: int) -> list[Waiting]:
    """Asked three times, and they have not answered."""
    asked = aging.unanswered().select_related("source").order_by("age_from", "pk")[:limit]
    return [Waiting(each, "They did not answer three letters") for each in asked]


def _silent_websites(limit: int) -> list[Waiting]:
    given = Activity.objects.filter(status=Status.LIVE).values("url")
    silent = Website.objects.filter(silent_days__gte=ages.SILENT_DAYS, address__in=given)
    days = {each.address: each.silent_on for each in silent.order_by("-silent_days", "pk")[:limit]}
    listed = Activity.objects.filter(url__in=days, status=Status.LIVE).select_related("source").order_by("pk")[:limit]
    return [Waiting(each, _silent(days[each.url]), is_said=True) for each in listed]


def _silent(day: date | None) -> str:
    return f"Their website did not answer on {_day(day)}" if day else "Their website did not answer"


def _day(day: date) -> str:
    return date_format(day, "j F")
