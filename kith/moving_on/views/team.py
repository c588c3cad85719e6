"""For whoever manages a team: who wants to come back or wants longer, what has to be said, how long pages stay."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.design.pages import go_to, show
from kith.moving_on import actions, queries
from kith.moving_on.forms import KeepingForm, NotHereForm
from kith.people import queries as people
from kith.people.doors import team_page
from kith.people.keeping_away import for_staff
from kith.people.views.answering import done, status_of

from .shared import went_well


@team_page(Permission.KEEP_PAGES)
def moving_on(request: HttpRequest, team) -> HttpResponse:
    """What waits, first; and how this team keeps pages."""
    form = KeepingForm(request.POST or None, initial=KeepingForm.as_it_is(queries.keeping_of(team)))
    if request.method == "POST" and done(form, lambda: _change(request, team, form)):
        return _to_team(request, team)
    return _page(request, team, form, None)


def _page(request: HttpRequest, team, form: KeepingForm, answer: NotHereForm | None) -> HttpResponse:
    """`answer`: one that could not be kept; its words stay in the box."""
    moving = _moving(request, team)
    asked = [(wish, _answer_to(wish, answer)) for wish in moving.wishes]
    colleagues = sorted({each.user for each in people.people_in(team)}, key=lambda user: user.name)
    context = {"team": team, "form": form, "moving": moving, "asked": asked, "colleagues": colleagues}
    return show(request, "moving_on/team.html", context, status=status_of(answer or form))


def _moving(request: HttpRequest, team) -> queries.TeamsMoving:
    """As far as whoever reads it may know."""
    found = queries.moving_in(team)
    theirs = {"wishes": found.wishes, "to_say": found.to_say}
    kept = {name: for_staff(request.actor, rows, lambda row: row.individual_id) for name, rows in theirs.items()}
    people_of = {"moved_on": found.moved_on, "closed": found.closed}
    kept |= {name: for_staff(request.actor, rows, lambda row: row.pk) for name, rows in people_of.items()}
    return replace(found, **kept)


def _answer_to(wish, answer: NotHereForm | None) -> NotHereForm:
    return answer if answer and answer.wish == wish.public_id else NotHereForm(wish=wish.public_id)


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
def not_here(request: HttpRequest, team) -> HttpResponse:
    """Why not, and who can help."""
    wish = queries.wish_called(team, request.POST.get("wish", ""))
    if wish is None:
        return _to_team(request, team)
    form = NotHereForm(request.POST, wish=wish.public_id)
    if done(form, lambda: actions.say_not_here(wish=wish, by=request.actor, **form.cleaned_data)):
        messages.success(request, f"Kept. {wish.individual.called} is told that there is an answer.")
        return _to_team(request, team)
    if wish.settled_at:
        messages.info(request, "This was answered already.")
        return _to_team(request, team)
    return _page(request, team, KeepingForm(initial=KeepingForm.as_it_is(queries.keeping_of(team))), form)


@team_page(Permission.KEEP_PAGES)
@require_POST
def said(request: HttpRequest, team) -> HttpResponse:
    """Somebody said it to them."""
    if told := queries.told_called(team, request.POST.get("told", "")):
        went_well(request, actions.say_it, "Thank you. It is kept that they know.", told=told)
    return _to_team(request, team)


def _to_team(request: HttpRequest, team) -> HttpResponse:
    return go_to(request, "moving_on:team", team=team.public_id)
