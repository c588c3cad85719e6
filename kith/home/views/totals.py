"""Totals of one team, with small numbers hidden."""

from django.http import HttpRequest, HttpResponse

from kith.access.permissions import Permission
from kith.design.pages import show
from kith.home import queries
from kith.people.doors import team_page


@team_page(Permission.READ_TOTALS)
def totals(request: HttpRequest, team) -> HttpResponse:
    """How many, and never who."""
    return show(request, "home/totals.html", {"team": team, "totals": queries.totals_of(team)})
