"""Our community: what is new on the table, what is missing, and one box to add to it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import go_to, show
from kith.directory import queries as directory
from kith.goals import actions as goals
from kith.goals.queries import look_called
from kith.ideas import forms
from kith.ideas.gaps import unmet_interests
from kith.ideas.how_many import in_words
from kith.ideas.looking import looking, team_asked_for, team_of, teams_of
from kith.ideas.missing import gaps_of
from kith.local_knowledge.listings import leaflet
from kith.local_knowledge.queries import reasons_and_doubts
from kith.people.doors import anywhere_page

NEWEST = 6


@anywhere_page(Permission.READ_LISTINGS)
def community(request: HttpRequest) -> HttpResponse:
    """The team's page of places; who is no staff reads what is new, and looks at the table."""
    team, newest, count = team_of(request), directory.newest(NEWEST), directory.count_live()
    warm, doubts = reasons_and_doubts([each.pk for each in newest], team)
    page = {
        "who": looking(request),
        "team": team,
        "count": count,
        "how_many": in_words(count),
        "newest": [leaflet(each, first=warm.get(each.pk, ()), missed=doubts.get(each.pk, ())) for each in newest],
        "may_add": Permission.ADD_LISTING in request.may,
        "form": forms.Name(),
    }
    if page["who"].is_staff:
        page["unmet"] = unmet_interests(teams_of(request))
    return show(request, "ideas/community.html", page)


@anywhere_page(Permission.READ_KNOWLEDGE)
def missing(request: HttpRequest) -> HttpResponse:
    """What is missing round here for one of their teams: a list to act on, that names nobody."""
    teams = teams_of(request)
    team = team_asked_for(request, teams)
    gaps = gaps_of(team)
    unkept = [leaflet(each) for each in gaps.unkept]
    return show(request, "ideas/missing.html", {"gaps": gaps, "unkept": unkept, "team": team, "teams": teams})


@anywhere_page(Permission.NOTE_KNOWLEDGE)
@require_POST
def look_into(request: HttpRequest) -> HttpResponse:
    """“I will look into it.” Only what is missing now can be looked into."""
    team, about = team_asked_for(request, teams_of(request)), request.POST.get("about", "")
    if team is None or about not in {each.about for each in gaps_of(team).to_act_on()}:
        messages.info(request, "That is not on the list any more.")
        return _back_to(request, team)
    try:
        goals.look_into_gap(team=team, about=about, by=request.actor)
    except Refused as reason:
        messages.info(request, str(reason))
    return _back_to(request, team)


@anywhere_page(Permission.NOTE_KNOWLEDGE)
@require_POST
def is_done(request: HttpRequest, look: str) -> HttpResponse:
    """Somebody of the team has done what could be done."""
    looking = look_called(teams_of(request), look)
    if looking is None:
        raise Http404
    goals.gap_is_done(looking=looking, by=request.actor)
    return _back_to(request, looking.team)


def _back_to(request: HttpRequest, team) -> HttpResponse:
    place = reverse("ideas:missing")
    return go_to(request, f"{place}?team={team.public_id}" if team else place)
