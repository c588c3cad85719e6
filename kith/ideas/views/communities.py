"""Our community: what is new on the table, what is missing, and one box to add to it."""

from django.http import HttpRequest, HttpResponse

from kith.access.permissions import Permission
from kith.design.pages import show
from kith.directory import queries as directory
from kith.ideas import forms
from kith.ideas.gaps import unmet_interests
from kith.ideas.looking import looking, team_of
from kith.ideas.missing import gaps_of
from kith.local_knowledge.listings import leaflet
from kith.local_knowledge.queries import reasons_and_doubts
from kith.people.doors import anywhere_page

NEWEST = 6


@anywhere_page(Permission.READ_LISTINGS)
def community(request: HttpRequest) -> HttpResponse:
    """The team's page of places; who is no staff reads what is new, and looks at the table."""
    team, newest = team_of(request), directory.newest(NEWEST)
    warm, doubts = reasons_and_doubts([each.pk for each in newest], team)
    page = {
        "who": looking(request),
        "team": team,
        "count": directory.count_live(),
        "newest": [leaflet(each, first=warm.get(each.pk, ()), missed=doubts.get(each.pk, ())) for each in newest],
        "may_add": Permission.ADD_LISTING in request.may,
        "form": forms.Name(),
    }
    if page["who"].is_staff:
        page["unmet"] = unmet_interests(team)
    return show(request, "ideas/community.html", page)


@anywhere_page(Permission.READ_KNOWLEDGE)
def missing(request: HttpRequest) -> HttpResponse:
    """What is missing round here: a list for the team to act on, that names nobody."""
    gaps = gaps_of(team_of(request))
    unkept = [leaflet(each) for each in gaps.unkept]
    return show(request, "ideas/missing.html", {"gaps": gaps, "unkept": unkept})
