"""“We’re stuck”: leafing through the table, one leaflet at a time, together or alone."""

from django.http import HttpRequest, HttpResponse
from django.utils.http import urlencode

from kith.access.permissions import Permission
from kith.design.pages import show
from kith.ideas import queries, table
from kith.ideas.looking import Looking, looking, team_of
from kith.ideas.moods import NEW, Mood, deck, mood_called, moods
from kith.people.doors import anywhere_page, individual_page


@individual_page(Permission.READ_IDEAS, together=True)
def stuck(request: HttpRequest, individual) -> HttpResponse:
    """For one individual: each is kept, or not for them, or the next one is looked at."""
    who = looking(request, individual)
    kept, aside = queries.kept_and_set_aside(individual)
    names = {idea.activity.public_id: idea.activity.name for idea in aside}
    someone = table.person(individual, to_individual=who.is_theirs, set_aside=names)
    page = _page(request, who, someone) | {"kept_count": len(kept)}
    if page["leaflet"]:
        page["is_kept"] = page["leaflet"].activity_id in {idea.activity_id for idea in kept}
    return show(request, "ideas/stuck.html", page)


@anywhere_page(Permission.READ_LISTINGS, together=True)
def open_stuck(request: HttpRequest) -> HttpResponse:
    """The same with nobody chosen."""
    return show(request, "ideas/stuck.html", _page(request, looking(request), table.nobody(team_of(request))))


def _page(request: HttpRequest, who: Looking, someone: table.Person) -> dict:
    mood = mood_called(request.GET.get("mood", ""))
    at = _number(request.GET.get("at", ""))
    lying = deck(someone, mood)
    return {
        "who": who,
        "individual": who.individual,
        "is_theirs": who.is_theirs,
        "together": who.together,
        "mood": mood,
        "moods": [(each, _address(each, 0)) for each in sorted(moods(), key=lambda each: each.key != mood.key)],
        "nothing_is_new": mood.key == NEW and not lying,
        "leaflet": next(iter(table.leaflets_of(someone, lying[at : at + 1])), None),
        "here": f"{request.path}{_address(mood, at)}",
        "after": f"{request.path}{_address(mood, at + 1)}",
    }


def _number(written: str) -> int:
    return int(written) if written.isdecimal() and len(written) < 4 else 0


def _address(mood: Mood, at: int) -> str:
    return f"?{urlencode({'mood': mood.key, 'at': at} if at else {'mood': mood.key})}"
