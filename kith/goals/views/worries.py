"""A worry about a small step, and what is offered with it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.design.pages import go_to, way_back
from kith.goals import actions, queries
from kith.goals.support import SMALLER, offers_for
from kith.people.doors import individual_page

from .answers import found, go_back, went_well
from .one_goal import show_goal
from .open_steps import smaller_form, who_could_help, who_sees_worries, worry_form
from .pages import show_goals

ONE_MORE = "There is one small step more, before this one."


@individual_page(Permission.WRITE_BARRIERS)
@require_POST
def add_worry(request: HttpRequest, individual, step: str) -> HttpResponse:
    """What worries somebody about this step."""
    about = found(queries.step_called(individual, step))
    form = worry_form(about, request.POST, seen_by=who_sees_worries(request, individual))
    if not form.is_valid():
        return _returned(request, individual, about, form)
    if went_well(request, actions.add_worry, step=about, **form.cleaned_data):
        messages.success(request, "Kept. Below it stands what could help.")
    return _to_steps(request, individual, about.goal)


@individual_page(Permission.WRITE_BARRIERS)
@require_POST
def ease_worry(request: HttpRequest, individual, worry: str) -> HttpResponse:
    """One small step more, before the one that worries: one of those offered."""
    told = found(queries.worry_called(individual, worry))
    if request.POST.get("way") == SMALLER:
        return _make_smaller(request, individual, told)
    offers = {
        offer.way: offer for offer in offers_for(told.step, **who_could_help(request, individual, told.step.goal))
    }
    offer = offers.get(request.POST.get("way", ""))
    if offer is None:
        messages.info(request, "Please press one of the buttons beside the worry.")
    elif went_well(request, actions.ease_worry, worry=told, **offer.step):
        messages.success(request, ONE_MORE)
    return _to_steps(request, individual, told.step.goal)


def _make_smaller(request: HttpRequest, individual, worry) -> HttpResponse:
    step = worry.step
    form = smaller_form(step, request.POST)
    if not form.is_valid():
        return _returned(request, individual, step, form)
    same = {"owner": step.owner, "helper": step.helper}
    if went_well(request, actions.ease_worry, worry=worry, **same, **form.cleaned_data):
        messages.success(request, ONE_MORE)
    return _to_steps(request, individual, step.goal)


def _to_steps(request: HttpRequest, individual, goal) -> HttpResponse:
    """Back to the step: on a long page the reader would have to look for it."""
    if goal is None or way_back(request):
        return go_back(request, individual, goal)
    return go_to(request, f"{reverse('goals:goal_page', args=[individual.public_id, goal.public_id])}#steps")


def _returned(request: HttpRequest, individual, step, form) -> HttpResponse:
    """The page the step stands on, with what was typed and a sentence beside it."""
    if step.goal is None:
        return show_goals(request, individual, status=422, returned=form)
    goal = queries.goal_called(individual, step.goal.public_id)
    return show_goal(request, individual, goal, status=422, returned=form)
