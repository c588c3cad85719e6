"""Totals of one team, with small numbers hidden."""

from django.http import HttpRequest, HttpResponse

from kith.access import clock
from kith.access.permissions import Permission
from kith.design.pages import show
from kith.home import queries
from kith.people.doors import team_page


@team_page(Permission.READ_TOTALS)
def totals(request: HttpRequest, team) -> HttpResponse:
    """How many, and never who; the same all month."""
    first = clock.today().replace(day=1)
    return show(request, "home/totals.html", {"team": team, "first": first, "totals": queries.totals_of(team, first)})
