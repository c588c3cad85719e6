"""One leaflet as it is taken from the table."""

from django.http import HttpRequest, HttpResponse

from kith.access.permissions import Permission
from kith.design.pages import show, way_back
from kith.directory import queries as directory
from kith.ideas import queries, table
from kith.ideas.looking import looking, team_of
from kith.local_knowledge import pages
from kith.local_knowledge.queries import unproven_words
from kith.people.doors import anywhere_page, individual_page


@individual_page(Permission.READ_IDEAS, together=True)
def leaflet(request: HttpRequest, individual, activity: str) -> HttpResponse:
    """One thing to do, with why it may fit this individual."""
    who = looking(request, individual)
    someone = table.person(individual, to_individual=who.is_theirs)
    page = _page(request, who, someone, pages.found_or_nothing(activity))
    return show(request, "ideas/leaflet.html", page | {"latest": queries.latest_word(individual, page["activity"])})


@anywhere_page(Permission.READ_LISTINGS, together=True)
def open_leaflet(request: HttpRequest, activity: str) -> HttpResponse:
    """The same with nobody chosen."""
    page = _page(request, looking(request), table.nobody(team_of(request)), pages.found_or_nothing(activity))
    return show(request, "ideas/leaflet.html", page)


def _page(request: HttpRequest, who, someone: table.Person, activity) -> dict:
    miles = miles_to(someone.near, activity)
    return pages.in_full(activity, miles) | {
        "who": who,
        "individual": who.individual,
        "is_theirs": who.is_theirs,
        "together": who.together,
        "reasons": table.reasons_of(someone, activity),
        "heard_of": unproven_words(activity, someone.team),
        "back": way_back(request, who.table, name="back"),
        "here": request.get_full_path(),
    }


def miles_to(near, activity) -> float | None:
    """How far it is from a point; None when nobody knows."""
    point = activity.place.point if activity.place_id else None
    return directory.miles_between(near, point) if near and point else None
