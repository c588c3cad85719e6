"""What others ask of the directory. Searching and surprises are in `search`, and are given out here too."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from pathlib import Path

from django.conf import settings
from django.db.models import Exists, Q, QuerySet

from kith.access import clock
from kith.access.one import the_one

from . import ages, from_place
from .going_on import not_over
from .last_bus import ROUND_HERE, SAME_STOP, Neighbour, buses_at, neighbours_of
from .licences import LICENCES, Licence
from .models import Activity, ImportRun, LastBus, Leaflet, Overlay, Paper, Place, Setting, Source, Status, Suggestion
from .search.alike import alike, found_again, not_near
from .search.browse import browse, draw, newest_found, surprise
from .search.find import Chosen, Found, Looked, Reason, Wishes, choose_for_each, find, look, look_for_each
from .search.for_whom import named_in
from .search.found import Fact
from .search.help_first import asks_for_help, sounds_low, without_harm, without_what_is_pointless
from .search.leafing import leaf
from .search.lying_near import days_and_parts, longest_on_the_table, near_any
from .search.ordinary import asks_for_support, is_ordinary
from .search.own_file import own_as_toml
from .search.own_shown import idea_meant, idea_names, own_idea, own_phrase, own_words
from .search.places import Point, box_around, miles_between
from .search.telling import tell
from .search.understood import reach_in
from .search.whereabouts import Spot, point_of, spots_like

A_YEAR = timedelta(days=366)
MOST_NEIGHBOURS = 3

__all__ = [
    "COUNTED",
    "Chosen",
    "Fact",
    "Found",
    "Looked",
    "Point",
    "Spot",
    "Reason",
    "Wishes",
    "activities",
    "activity",
    "age_counts_from",
    "alike",
    "found_again",
    "asks_for_help",
    "asks_for_support",
    "browse",
    "buses_round",
    "choose_for_each",
    "count_live",
    "days_and_parts",
    "differences",
    "draw",
    "file_of",
    "find",
    "idea_meant",
    "idea_names",
    "is_ordinary",
    "known_right_on",
    "last_buses",
    "last_run",
    "leaf",
    "licence_for",
    "leaflet_of",
    "live_activities",
    "longest_on_the_table",
    "look",
    "look_for_each",
    "miles_between",
    "named_in",
    "near_any",
    "newest",
    "newest_found",
    "newest_ones",
    "not_near",
    "own_as_toml",
    "own_idea",
    "own_phrase",
    "own_words",
    "paper",
    "paper_file",
    "papers_waiting",
    "sides_of",
    "point_of",
    "reach_in",
    "source_called",
    "spots_like",
    "sounds_low",
    "surprise",
    "tell",
    "unsure_about",
    "without_harm",
    "where_a_last_bus_is_known",
    "without_what_is_pointless",
]

POINT = ("place__latitude", "place__longitude")
COUNTED = 1_000


def live_activities() -> QuerySet[Activity]:
    """Everything going on that is not over, with its organisation, place and times at hand."""
    activities = Activity.objects.filter(not_over(), status=Status.LIVE)
    return activities.select_related("organisation", "place", "source").prefetch_related("times")


def activity(public_id: str) -> Activity | None:
    """One listing, whatever its status, or None."""
    return the_one(_in_full().filter(public_id=public_id))


def activities(public_ids: Iterable[str]) -> dict[str, Activity]:
    """The listings of these public ids, whatever their status, by public id. One look for all."""
    return {found.public_id: found for found in _in_full().filter(public_id__in=list(public_ids))}


def _in_full() -> QuerySet[Activity]:
    return Activity.objects.select_related("organisation", "place", "source").prefetch_related("times", "suggestions")


def count_live(near: Point | None = None, within_miles: float | None = None) -> int:
    """How many things are going on; near a point only those with a place inside the distance. In all no more than one
    beyond `COUNTED`: nobody can tell such numbers apart, and each look would count everything there is."""
    live = Activity.objects.filter(not_over(), status=Status.LIVE)
    if near is None or within_miles is None:
        return live.order_by()[: COUNTED + 1].count()
    south, west, north, east = box_around(near, within_miles)
    boxed = live.filter(place__latitude__range=(south, north), place__longitude__range=(west, east))
    points = [(float(lat or 0), float(lon or 0)) for lat, lon in boxed.values_list(*POINT)]
    return sum(miles_between(near, point) <= within_miles for point in points)


def newest(limit: int = 6) -> list[Activity]:
    """What came to the directory last and is going on, the newest first; nothing that is not new any more."""
    since = ages.new_since(clock.today())
    return [each for each in live_activities().order_by("-pk")[:limit] if each.listed_on >= since]


def newest_ones(limit: int = 6) -> QuerySet[Activity]:
    """What came last and is new, as a question that another may be joined to; nothing, where hardly anything came
    before it."""
    live = Activity.objects.filter(status=Status.LIVE).order_by("-pk")
    enough = Exists(live.values("pk")[2 * limit - 1 : 2 * limit])
    new = Activity.objects.filter(listed_on__gte=ages.new_since(clock.today()))
    return new.filter(enough, pk__in=live.values("pk")[:limit])


def unsure_about(activity: Activity) -> list[Suggestion]:
    """What was found in the listing's prose and nobody has looked at yet. Where it happens is no question any more
    once somebody has said it."""
    offered = [found for found in activity.suggestions.all() if found.state == Suggestion.State.OFFERED]
    is_known = activity.setting != Setting.UNKNOWN
    return [found for found in offered if not (is_known and found.field == "setting")]


def differences(activity: Activity) -> list[Overlay]:
    """Local edits whose source says something else, to be shown side by side. What a place itself adds is none."""
    return [each for each in activity.overlays.all() if each.differs and not _only_adds(each)]


def _only_adds(overlay: Overlay) -> bool:
    is_about_it = overlay.field == from_place.FIELD
    return is_about_it and from_place.only_adds(overlay.value or "", overlay.imported_value or "")


def known_right_on(activity: Activity) -> date:
    """When it was last known to be right: its newest check, or its source's newest reading, or the day it came."""
    refreshed = activity.source.refreshed_on if activity.source_id and activity.source else None
    return max(filter(None, (activity.last_checked_on, refreshed)), default=activity.listed_on)


def age_counts_from(activity: Activity) -> date:
    """The same, but never before it came here: what is old when it comes is asked about like any other first."""
    return max(known_right_on(activity), activity.listed_on)


def last_run(source_name: str) -> ImportRun | None:
    """The newest reading of a source."""
    return ImportRun.objects.filter(source__name=source_name).first()


def last_buses(activities: Iterable[Activity]) -> dict[int, dict[str, LastBus]]:
    """When the last bus leaves where each of these goes on, by its key and the kind of day; what nobody typed is left
    out. One look for all."""
    places = {each.pk: each.place for each in activities if each.is_gone_to and each.place is not None}
    rows = list(LastBus.objects.filter(_may_share_a_stop(places.values())).select_related("place")) if places else []
    found = {key: buses_at(place, rows) for key, place in places.items()} if rows else {}
    return {key: buses for key, buses in found.items() if buses}


def where_a_last_bus_is_known(keys: frozenset[int]) -> list[Activity]:
    """Those of these listings that go on at a place of which somebody typed when the last bus leaves. Two looks."""
    known = live_activities().filter(place__in=LastBus.objects.values("place"))
    return [each for each in known if each.pk in keys]


def buses_round(place: Place) -> list[Neighbour]:
    """When the last buses leave other places not far away, the nearest first. One look, or none without a point."""
    if place.point is None:
        return []
    south, west, north, east = box_around(place.point, ROUND_HERE)
    boxed = LastBus.objects.filter(place__latitude__range=(south, north), place__longitude__range=(west, east))
    return neighbours_of(place, boxed.select_related("place"))[:MOST_NEIGHBOURS]


def _may_share_a_stop(places: Collection[Place]) -> Q:
    where = Q(place__in={place.pk for place in places})
    for postcode in {place.postcode for place in places if place.postcode}:
        where |= Q(place__postcode=postcode)
    for point in {point for place in places if (point := place.point)}:
        south, west, north, east = box_around(point, SAME_STOP)
        where |= Q(place__latitude__range=(south, north), place__longitude__range=(west, east))
    return where


def leaflet_of(activity: Activity, today: date) -> Leaflet | None:
    """The photographed leaflet, while it holds: until the day it names, or for a year."""
    holds = Q(until__gte=today) | Q(until__isnull=True, taken_on__gt=today - A_YEAR)
    return activity.leaflets.filter(holds, put_away_on__isnull=True).first()


def file_of(leaflet: Leaflet) -> Path:
    """Where its picture is kept, by a name that tells nothing."""
    folder = settings.DATA_DIR / "leaflets"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder / f"{leaflet.public_id}.jpg"


def papers_waiting() -> QuerySet[Paper]:
    """Leaflets that were handed in and on which nobody has decided, the newest first."""
    return Paper.objects.exclude(state__in=(Paper.State.DONE, Paper.State.GONE))


def sides_of(paper: Paper) -> list[Paper]:
    """It, and its other sides in the order in which they were handed in, but for those that were thrown away."""
    others = Paper.objects.filter(front=paper).exclude(state=Paper.State.GONE)
    return [paper, *others.order_by("handed_in_at", "pk")]


def paper(public_id: str) -> Paper | None:
    """One leaflet that was handed in, whatever came of it, or None."""
    return Paper.objects.select_related("activity", "front").filter(public_id=public_id).first()


def paper_file(paper: Paper) -> Path:
    """Where the file that was handed in is kept until somebody decides."""
    folder = settings.DATA_DIR / "papers"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder / paper.public_id


def source_called(name: str) -> Source | None:
    """A list that is here already under this name."""
    return Source.objects.filter(name=name[:200]).first()


def licence_for(chosen: str, source_name: str) -> Licence | None:
    """By its short name. Where nobody knows, a new list stays here, and one that is here already keeps what it has."""
    if chosen:
        return LICENCES[chosen]
    return None if source_called(source_name) else LICENCES["none"]
