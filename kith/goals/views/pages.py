"""All goals, a new goal, and one goal with everything about it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from kith.about_me.queries import direction_of
from kith.access import clock
from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import go_to, show
from kith.goals import actions, queries
from kith.goals.forms import GoalForm, WishForm
from kith.people.doors import individual_page
from kith.people.writer import is_the_individual

from .answers import found, went_well
from .one_goal import show_goal
from .open_steps import open_steps


@individual_page(Permission.READ_GOALS)
def goals_page(request: HttpRequest, individual) -> HttpResponse:
    """What goes on, what is wished for, what is paused, and what was reached or let go."""
    return show_goals(request, individual)


def show_goals(request: HttpRequest, individual, *, status=200, returned=None, **sent_back) -> HttpResponse:
    """The page of all goals. `sent_back` and `returned` are forms with words to look at."""
    goals = queries.all_goals(individual)
    context = {
        "individual": individual,
        "owners": queries.owners_of(individual),
        "in_play": [goal for goal in goals if goal.is_in_play],
        "paused": [goal for goal in goals if goal.is_paused],
        "reached": [goal for goal in goals if goal.state == "reached"],
        "let_go": [goal for goal in goals if goal.state == "let_go"],
        "question": queries.question_for(individual, clock.today()),
        "wish_form": wish_form(request, individual) if Permission.WRITE_GOALS in request.may else None,
        **_between_the_two(request, individual, returned),
        **sent_back,
    }
    return show(request, "goals/goals_page.html", context, status=status)


def _between_the_two(request: HttpRequest, individual, returned) -> dict:
    """Wishes and steps without a goal: whoever was let in to see goals does not see them."""
    if Permission.READ_BARRIERS not in request.may:
        return {}
    wishes, loose = queries.wishes_of(individual), queries.loose_steps(individual)
    return {
        "wishes": [wish for wish in wishes if not queries.is_settled(wish)],
        "settled": [wish for wish in wishes if queries.is_settled(wish)],
        "put_away": queries.wishes_put_away(individual),
        "loose_steps": open_steps(request, individual, loose, returned) + [step for step in loose if step.is_done],
    }


def wish_form(request: HttpRequest, individual, data=None) -> WishForm:
    """One box for a wish."""
    return WishForm(data, individual=individual, is_own=is_the_individual(request.actor, individual))


@individual_page(Permission.READ_GOALS)
def goal_page(request: HttpRequest, individual, goal: str) -> HttpResponse:
    """One goal."""
    return show_goal(request, individual, found(queries.goal_called(individual, goal)))


@individual_page(Permission.WRITE_GOALS)
def new_goal(request: HttpRequest, individual) -> HttpResponse:
    """A new goal: two things are asked for, and no goal is too vague."""
    form = _goal_form(request, individual)
    if "pause" in request.POST:
        return _make_room(request, individual, form)
    if request.method == "POST" and form.is_valid():
        steps = [actions.PlannedStep(words) for words in form.step_words()]
        try:
            goal = actions.set_goal(individual=individual, by=request.actor, steps=steps, **form.details())
        except Refused as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, "Kept. You can both see it.")
            return go_to(request, "goals:goal_page", individual=individual.public_id, goal=goal.public_id)
    return _new_goal_page(request, individual, form, status=422 if form.errors else 200)


def _make_room(request: HttpRequest, individual, form) -> HttpResponse:
    """Pauses one goal from the page of the new one; what was typed so far stays."""
    goal = found(queries.goal_called(individual, request.POST["pause"]))
    if went_well(request, actions.pause, goal=goal):
        messages.success(request, f"“{goal.name}” is paused.")
    if request.POST.get("words") or request.POST.get("kind"):
        return _new_goal_page(request, individual, form)
    return go_to(request, "goals:new_goal", individual=individual.public_id)


def _new_goal_page(request: HttpRequest, individual, form, *, status=200) -> HttpResponse:
    context = {"individual": individual, "form": form, "to_pause": queries.goals_to_pause(individual)}
    return show(request, "goals/new_goal.html", context, status=status)


def _goal_form(request: HttpRequest, individual) -> GoalForm:
    return GoalForm(
        request.POST if request.method == "POST" else None,
        individual=individual,
        owners=queries.owners_of(individual),
        direction=direction_of(individual),
        is_own=is_the_individual(request.actor, individual),
    )
