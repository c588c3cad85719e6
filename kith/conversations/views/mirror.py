"""How we work: what the record says of it, for a worker alone and for a team as totals. It asks for no form."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.conversations import actions
from kith.conversations.queries import mirror as queries
from kith.design.pages import go_to, show
from kith.people import queries as people
from kith.people.doors import anywhere_page, individual_page, team_page


@anywhere_page(Permission.READ_OWN_PRACTICE)
def own(request: HttpRequest) -> HttpResponse:
    """Their own, which nobody else can open: the page takes nobody's name."""
    teams = list(people.teams_where(request.actor, Permission.READ_PRACTICE))
    context = {"mirror": queries.own_mirror(request.user), "teams": teams}
    return show(request, "conversations/own_mirror.html", context)


@team_page(Permission.READ_PRACTICE)
def of_team(request: HttpRequest, team) -> HttpResponse:
    """The latest quarter, as it was told."""
    context = {"mirror": queries.team_mirror(team), "team": team}
    return show(request, "conversations/team_mirror.html", context)


@individual_page(Permission.SAY_GONE_THROUGH)
@require_POST
def gone_through(request: HttpRequest, individual) -> HttpResponse:
    """The one question put to the individual, answered or skipped."""
    try:
        actions.say_gone_through(individual=individual, answer=request.POST.get("answer", ""), by=request.actor)
    except Refused as reason:
        messages.info(request, str(reason))
    else:
        messages.success(request, "Thank you. You will not be asked again.")
    return go_to(request, "home:plan", individual=individual.public_id)
