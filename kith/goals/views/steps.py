"""Small steps: add one, tick it, open it again, change the order."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
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
    form = step_form(individual, request.POST)
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
    """It is done. Where the step itself is not shown again, a message says so."""
    return _change(request, individual, step, actions.finish_step, says=_done)


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


def _change(request: HttpRequest, individual, public_id: str, act, says=None, **kwargs) -> HttpResponse:
    step = found(queries.step_called(individual, public_id))
    if not went_well(request, act, step=step, **kwargs):
        return go_back(request, individual, step.goal)
    if says and not _are_steps_alone(request, step.goal):
        messages.success(request, says(step))
    return _steps_again(request, individual, step.goal)


def _done(step) -> str:
    """What was done, and where to change it when it was not."""
    words, place = step.words.strip().rstrip("."), "the page of the goal" if step.goal else "the goals page"
    return f"Done: {words}. You can change this on {place}."


def _add(request: HttpRequest, individual, goal, form) -> None:
    given = dict(form.cleaned_data)
    owner, name = given.pop("owner"), given.pop("helper_name")
    helper = form.helpers.get(owner)
    if owner == SOMEBODY_ELSE:
        helper = actions.add_helper(individual=individual, name=name, by=request.actor)
    role = "helper" if helper else owner
    actions.add_step(goal=goal, owner=role, helper=helper, by=request.actor, **given)


def _steps_again(request: HttpRequest, individual, goal) -> HttpResponse:
    """The steps alone when the goal's own page asked for them, else the page the reader came from."""
    if not _are_steps_alone(request, goal):
        return go_back(request, individual, goal)
    fresh = queries.goal_called(individual, goal.public_id)
    return show_goal(request, individual, fresh, part="steps")


def _are_steps_alone(request: HttpRequest, goal) -> bool:
    """Whether the goal's own page asks for its steps and nothing else; no message shows there."""
    return goal is not None and not way_back(request) and bool(request.htmx)
