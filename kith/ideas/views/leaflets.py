"""One leaflet as it is taken from the table, and a handful of them on paper."""

from django.http import Http404, HttpRequest, HttpResponse

from kith.access import clock
from kith.access.permissions import Permission
from kith.design.pages import show, way_back
from kith.directory import queries as directory
from kith.directory.last_bus import Buses
from kith.ideas import queries, table
from kith.ideas.looking import looking, team_of
from kith.local_knowledge import buses, listings
from kith.people.doors import anywhere_page, individual_page

MOST_ON_PAPER = 12


@individual_page(Permission.READ_IDEAS, together=True)
def leaflet(request: HttpRequest, individual, activity: str) -> HttpResponse:
    """One thing to do, with why it may fit this individual."""
    who = looking(request, individual)
    someone = table.person(individual, to_individual=who.is_theirs)
    page = _page(request, who, someone, _found(activity))
    return show(request, "ideas/leaflet.html", page | {"latest": queries.latest_word(individual, page["activity"])})


@anywhere_page(Permission.READ_LISTINGS, together=True)
def open_leaflet(request: HttpRequest, activity: str) -> HttpResponse:
    """The same with nobody chosen."""
    page = _page(request, looking(request), table.nobody(team_of(request)), _found(activity))
    return show(request, "ideas/leaflet.html", page)


@individual_page(Permission.READ_IDEAS, together=True)
def on_paper(request: HttpRequest, individual) -> HttpResponse:
    """What is kept, to print and take along: the places alone, and nobody's words."""
    who = looking(request, individual)
    going_on = [each.activity for each in queries.ideas_of(individual) if not listings.leaflet(each.activity).is_over]
    kept = going_on[:MOST_ON_PAPER]
    page = {"who": who, "individual": individual, "is_theirs": who.is_theirs, "together": who.together}
    found = directory.last_buses(kept)
    cards = [_about(each, _miles(individual.near, each), found.get(each.pk, {})) for each in kept]
    return show(request, "ideas/on_paper.html", page | {"cards": cards})


def _page(request: HttpRequest, who, someone: table.Person, activity) -> dict:
    miles = _miles(someone.near, activity)
    return _about(activity, miles, directory.last_buses([activity]).get(activity.pk, {})) | {
        "who": who,
        "individual": who.individual,
        "is_theirs": who.is_theirs,
        "together": who.together,
        "reasons": table.reasons_of(someone, activity),
        "back": way_back(request, who.table, name="back"),
        "here": request.get_full_path(),
        "photo": directory.leaflet_of(activity, clock.today()),
    }


def _about(activity, miles: float | None, last_buses: Buses) -> dict:
    """What anybody may read of it."""
    return {
        "activity": activity,
        "icon": listings.icon_of(activity),
        "facts": listings.facts_of(activity, miles, buses.bus_words(last_buses)),
        "missed": buses.missed_buses(activity, last_buses),
        "web": listings.web_address(activity),
        "web_words": listings.web_words(activity.url),
        "freshness": listings.freshness(activity),
        "over": listings.over_words(activity),
        "unsure": directory.unsure_about(activity),
    }


def _miles(near, activity) -> float | None:
    point = activity.place.point if activity.place_id else None
    return directory.miles_between(near, point) if near and point else None


def _found(public_id: str):
    found = directory.activity(public_id)
    if found is None:
        raise Http404
    return found
