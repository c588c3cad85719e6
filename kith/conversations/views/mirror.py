"""How we work: what the record says of it, for a worker alone and for a team as totals. It asks for no form."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access import clock
from kith.access.permissions import Permission
from kith.access.permit import may
from kith.access.refusal import Refused
from kith.conversations import actions
from kith.conversations.forms import LookBackForm
from kith.conversations.mirror.spans import quarter_from, running_quarter
from kith.conversations.queries import looking_back
from kith.conversations.queries import mirror as queries
from kith.design.pages import go_to, show
from kith.people import queries as people
from kith.people.doors import anywhere_page, individual_page, team_page


@anywhere_page(Permission.READ_OWN_PRACTICE)
def own(request: HttpRequest) -> HttpResponse:
    """Their own, which nobody else can open: the page takes nobody's name."""
    teams = list(people.teams_where(request.actor, Permission.READ_PRACTICE))
    offered = looking_back.is_offered(request.actor)
    context = {"mirror": queries.own_mirror(request.user), "teams": teams, "sentences_offered": offered}
    return show(request, "conversations/own_mirror.html", context)


@team_page(Permission.READ_PRACTICE)
def of_team(request: HttpRequest, team) -> HttpResponse:
    """The latest quarter, as it was told."""
    may_switch = may(request.actor, Permission.MANAGE_TEAM, team=team)
    context = {"mirror": queries.team_mirror(team), "team": team, "may_switch": may_switch}
    context["sentences_on"] = looking_back.is_on(team)
    return show(request, "conversations/team_mirror.html", context)


@team_page(Permission.MANAGE_TEAM)
@require_POST
def switch_sentences(request: HttpRequest, team) -> HttpResponse:
    """The eleven sentences, on or off for whoever works in this team."""
    is_on = request.POST.get("switch") == "on"
    actions.switch_sentences(team=team, is_on=is_on, by=request.actor)
    messages.success(request, "The sentences are on." if is_on else "The sentences are off.")
    return go_to(request, "mirror:team", team=team.public_id)


@anywhere_page(Permission.LOOK_BACK)
def look_back(request: HttpRequest) -> HttpResponse:
    """Eleven sentences to look back with, where the team has them on. It takes nobody's name."""
    if not looking_back.is_offered(request.actor):
        messages.info(request, "Your team has not switched these sentences on.")
        return go_to(request, "mirror:own")
    begins = running_quarter(clock.today())
    form = LookBackForm(request.POST or None, kept=looking_back.given_by(request.user, begins))
    if form.is_valid():
        actions.look_back(given=form.given, by=request.actor)
        messages.success(request, "Kept, for you alone.")
        return go_to(request, "mirror:own")
    context = {"form": form, "when": quarter_from(begins).words}
    return show(request, "conversations/look_back.html", context, status=422 if form.errors else 200)


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
