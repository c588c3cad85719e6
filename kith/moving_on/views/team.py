"""For whoever manages a team: who wants to come back or wants longer, what has to be said, how long pages stay."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.design.pages import go_to, show
from kith.moving_on import actions, queries
from kith.moving_on.forms import KeepingForm
from kith.people import queries as people
from kith.people.doors import team_page
from kith.people.views.answering import done, status_of

from .shared import went_well


@team_page(Permission.KEEP_PAGES)
def moving_on(request: HttpRequest, team) -> HttpResponse:
    """What waits, first; and how this team keeps pages."""
    keeping = queries.keeping_of(team)
    form = KeepingForm(request.POST or None, initial=KeepingForm.as_it_is(keeping))
    if request.method == "POST" and done(form, lambda: _change(request, team, form)):
        return _to_team(request, team)
    colleagues = sorted({each.user for each in people.people_in(team)}, key=lambda user: user.name)
    context = {"team": team, "form": form, "moving": queries.moving_in(team), "colleagues": colleagues}
    return show(request, "moving_on/team.html", context, status=status_of(form))


def _change(request: HttpRequest, team, form: KeepingForm):
    return actions.change_keeping(team=team, by=request.actor, **form.cleaned_data)


@team_page(Permission.KEEP_PAGES)
@require_POST
def give_longer(request: HttpRequest, team) -> HttpResponse:
    """One press."""
    if individual := queries.moved_on_called(team, request.POST.get("who", "")):
        went_well(request, actions.give_longer, f"{individual.called}’s page stays longer.", individual=individual)
    return _to_team(request, team)


@team_page(Permission.KEEP_PAGES)
@require_POST
def come_back(request: HttpRequest, team) -> HttpResponse:
    """One press: the same notebook, and whoever works with them from now on."""
    individual = queries.moved_on_called(team, request.POST.get("who", ""))
    worker = people.member_called(team, request.POST.get("worker", ""))
    if individual and worker:
        says = f"{worker.first_name} works with {individual.called} again."
        went_well(request, actions.come_back, says, individual=individual, worker=worker)
    return _to_team(request, team)


@team_page(Permission.KEEP_PAGES)
@require_POST
def said(request: HttpRequest, team) -> HttpResponse:
    """Somebody said it to them."""
    if told := queries.told_called(team, request.POST.get("told", "")):
        went_well(request, actions.say_it, "Thank you. It is kept that they know.", told=told)
    return _to_team(request, team)


def _to_team(request: HttpRequest, team) -> HttpResponse:
    return go_to(request, "moving_on:team", team=team.public_id)
