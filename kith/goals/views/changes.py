"""A goal changes: paused, smaller, another target, other words, reached, let go."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.about_me.queries import direction_of
from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.goals import actions, forms, queries
from kith.people.doors import individual_page

from .answers import found, go_back, went_well
from .one_goal import show_goal


@individual_page(Permission.WRITE_GOALS)
@require_POST
def pause_goal(request: HttpRequest, individual, goal: str) -> HttpResponse:
    """Nothing is asked about it for now."""
    return _typed(request, individual, goal, pause_form=forms.PauseForm, act=actions.pause)


@individual_page(Permission.WRITE_GOALS)
@require_POST
def make_smaller(request: HttpRequest, individual, goal: str) -> HttpResponse:
    """The same goal, smaller."""
    return _typed(request, individual, goal, smaller_form=forms.SmallerForm, act=actions.make_smaller)


@individual_page(Permission.WRITE_GOALS)
@require_POST
def change_target(request: HttpRequest, individual, goal: str) -> HttpResponse:
    """Another day, or another result to aim for."""
    return _typed(request, individual, goal, target_form=forms.TargetForm, act=actions.change_target)


@individual_page(Permission.WRITE_GOALS)
@require_POST
def reword_goal(request: HttpRequest, individual, goal: str) -> HttpResponse:
    """Other words for it."""
    return _typed(request, individual, goal, words_form=forms.WordsForm, act=actions.reword_goal)


@individual_page(Permission.WRITE_GOALS)
@require_POST
def start_again(request: HttpRequest, individual, goal: str) -> HttpResponse:
    """It goes on; when three are going on, one of them is paused from here."""
    paused = request.POST.get("pause")
    pausing = found(queries.goal_called(individual, paused)) if paused else None
    return _pressed(request, individual, goal, actions.start_again, pausing=pausing)


@individual_page(Permission.WRITE_GOALS)
@require_POST
def move_entry(request: HttpRequest, individual, goal: str) -> HttpResponse:
    """How far they have come with a day to take part in."""
    return _pressed(request, individual, goal, actions.move_entry, entry=request.POST.get("entry", ""))


@individual_page(Permission.WRITE_GOALS)
@require_POST
def reach_goal(request: HttpRequest, individual, goal: str) -> HttpResponse:
    """The individual got there."""
    return _pressed(request, individual, goal, actions.reach)


@individual_page(Permission.WRITE_GOALS)
@require_POST
def let_go_of_goal(request: HttpRequest, individual, goal: str) -> HttpResponse:
    """Set aside for good."""
    return _pressed(request, individual, goal, actions.let_go)


@individual_page(Permission.WRITE_GOALS)
@require_POST
def show_line(request: HttpRequest, individual, goal: str) -> HttpResponse:
    """Draws the line of results, or hides it."""
    return _pressed(request, individual, goal, actions.show_line, is_shown=request.POST.get("line") == "show")


@individual_page(Permission.WRITE_GOALS)
@require_POST
def tie_goal(request: HttpRequest, individual, goal: str) -> HttpResponse:
    """It is part of where the individual wants to go."""
    direction = found(direction_of(individual))
    return _pressed(request, individual, goal, actions.point_to, direction=direction)


@individual_page(Permission.WRITE_GOALS)
@require_POST
def wants_to_hear(request: HttpRequest, individual, goal: str) -> HttpResponse:
    """A worker would like to hear how it goes, or need not any more."""
    act = actions.would_like_to_hear if request.POST.get("do") == "hear" else actions.need_not_hear
    return _pressed(request, individual, goal, act)


def _pressed(request: HttpRequest, individual, public_id: str, act, **kwargs) -> HttpResponse:
    goal = found(queries.goal_called(individual, public_id))
    went_well(request, act, goal=goal, **kwargs)
    return go_back(request, individual, goal)


def _typed(request: HttpRequest, individual, public_id: str, *, act, **named_form) -> HttpResponse:
    """Does what one form asks; `named_form` is that form by its name in the template."""
    goal = found(queries.goal_called(individual, public_id))
    [(name, form_of)] = named_form.items()
    form = form_of(request.POST)
    if form.is_valid():
        try:
            act(goal=goal, by=request.actor, **form.cleaned_data)
        except Refused as reason:
            form.add_error(None, str(reason))
        else:
            return go_back(request, individual, goal)
    return show_goal(request, individual, goal, status=422, **{name: form})
