"""Small steps: add one, tick it, open it again, change the order."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import way_back
from kith.goals import actions, queries
from kith.goals.forms import SOMEBODY_ELSE
from kith.people.doors import individual_page

from .answers import found, go_back, went_well
from .one_goal import show_goal, step_form


@individual_page(Permission.WRITE_GOALS)
@require_POST
def add_step(request: HttpRequest, individual, goal: str) -> HttpResponse:
    """One more step towards a goal."""
    towards = found(queries.goal_called(individual, goal))
    form = step_form(request, individual, request.POST)
    if form.is_valid():
        try:
            _add(request, individual, towards, form)
        except Refused as reason:
            form.add_error(None, str(reason))
        else:
            return _steps_again(request, individual, towards)
    return show_goal(request, individual, towards, part="steps", status=422, step_form=form)


@individual_page(Permission.WRITE_GOALS)
@require_POST
def finish_step(request: HttpRequest, individual, step: str) -> HttpResponse:
    """It is done; one press takes it back, wherever the reader is."""
    done = found(queries.step_called(individual, step))
    if not went_well(request, actions.finish_step, step=done):
        return go_back(request, individual, done.goal)
    if not _are_steps_alone(request, done.goal):
        place = reverse("goals:undo_step", args=[individual.public_id, done.public_id])
        messages.success(request, f"Done: {done.words.strip().rstrip('.')}.", extra_tags=place)
    return _steps_again(request, individual, done.goal, just_done=done)


@individual_page(Permission.WRITE_GOALS)
@require_POST
def undo_step(request: HttpRequest, individual, step: str) -> HttpResponse:
    """It is open again."""
    return _change(request, individual, step, actions.undo_step)


@individual_page(Permission.WRITE_GOALS)
@require_POST
def move_step(request: HttpRequest, individual, step: str) -> HttpResponse:
    """One place up, or one down."""
    return _change(request, individual, step, actions.move_step, up=request.POST.get("way") == "up")


def _change(request: HttpRequest, individual, public_id: str, act, **kwargs) -> HttpResponse:
    step = found(queries.step_called(individual, public_id))
    if not went_well(request, act, step=step, **kwargs):
        return go_back(request, individual, step.goal)
    return _steps_again(request, individual, step.goal)


def _add(request: HttpRequest, individual, goal, form) -> None:
    given = dict(form.cleaned_data)
    owner, name = given.pop("owner"), given.pop("helper_name")
    helper = form.helpers.get(owner)
    if owner == SOMEBODY_ELSE:
        helper = actions.add_helper(individual=individual, name=name, by=request.actor)
    role = "helper" if helper else owner
    actions.add_step(goal=goal, owner=role, helper=helper, by=request.actor, **given)


def _steps_again(request: HttpRequest, individual, goal, **told) -> HttpResponse:
    """The steps alone when the goal's own page asked for them, else the page the reader came from."""
    if not _are_steps_alone(request, goal):
        return go_back(request, individual, goal)
    fresh = queries.goal_called(individual, goal.public_id)
    return show_goal(request, individual, fresh, part="steps", **told)


def _are_steps_alone(request: HttpRequest, goal) -> bool:
    """Whether the goal's own page asks for its steps and nothing else; no message shows there."""
    return goal is not None and not way_back(request) and bool(request.htmx)
