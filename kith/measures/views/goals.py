"""A goal's own numbers: one press on a row from 0 to 10, levels in one's own words, and what was said before."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access import clock
from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import go_to, show, way_back
from kith.goals.queries import goal_called
from kith.measures import actions, queries
from kith.measures.attainment import LEVELS
from kith.measures.forms import LevelsForm, SayForm
from kith.measures.queries.kept import attainment_measure
from kith.measures.saying import NUMBERS, say_form
from kith.measures.told import of_goal
from kith.people.doors import individual_page

from .shared import found, is_own_of

MOST_SHOWN = 50
REACHED = "reached_%s"


@individual_page(Permission.READ_MEASURES)
def goal_page(request: HttpRequest, individual, goal: str) -> HttpResponse:
    """Every number that was given to this goal, and its levels where they are in use."""
    return show_goal(request, individual, found(goal_called(individual, goal)))


@individual_page(Permission.WRITE_MEASURES)
@require_POST
def rate(request: HttpRequest, individual, goal: str) -> HttpResponse:
    """One press."""
    about, form = found(goal_called(individual, goal)), say_form(request, individual, request.POST)
    value = request.POST.get("value", "")
    number = int(value) if value.isascii() and value.isdecimal() and len(value) < 3 else -1
    if form.is_valid() and _is_kept(request, form, actions.rate, goal=about, value=number):
        messages.success(request, f"Kept: {number}. {_what_then(form, individual)}")
        return _on(request, individual, about)
    return show_goal(request, individual, about, status=422, form=form, pressed=value if number in NUMBERS else "")


@individual_page(Permission.WRITE_MEASURES)
def levels(request: HttpRequest, individual, goal: str) -> HttpResponse:
    """What each of the five levels of this goal is."""
    about = found(goal_called(individual, goal))
    found(attainment_measure(clock.today()))
    form = LevelsForm(request.POST) if request.method == "POST" else LevelsForm(initial=_as_they_stand(about))
    if form.is_valid() and _is_kept(request, form, actions.set_levels, goal=about):
        messages.success(request, "Kept. They can be changed; what was said before stays with the old ones.")
        return _on(request, individual, about)
    context = {"individual": individual, "goal": about, "form": form, "is_own": is_own_of(request, individual)}
    return show(request, "measures/levels.html", context, status=422 if form.errors else 200)


@individual_page(Permission.WRITE_MEASURES)
@require_POST
def reach(request: HttpRequest, individual, goal: str) -> HttpResponse:
    """Which of the five it is now."""
    about, form = found(goal_called(individual, goal)), say_form(request, individual, request.POST, auto_id=REACHED)
    levels = {str(level): level for level in LEVELS}
    level = levels.get(request.POST.get("level", ""), 99)
    if form.is_valid() and _is_kept(request, form, actions.reach, goal=about, level=level):
        messages.success(request, f"Kept. {_what_then(form, individual)}")
        return _on(request, individual, about)
    return show_goal(request, individual, about, status=422, reach_form=form, chosen=level)


def show_goal(request: HttpRequest, individual, goal, *, status=200, **told) -> HttpResponse:
    """`told`: a form that could not be kept, and the number or level pressed with it."""
    is_own, today = is_own_of(request, individual), clock.today()
    ratings = tuple(queries.ratings_of(goal, is_own=is_own)[:MOST_SHOWN])
    context = {
        "individual": individual,
        "goal": goal,
        "is_own": is_own,
        "over_time": of_goal(goal, ratings),
        "numbers": NUMBERS,
        "may_rate": queries.own_rating(today) is not None and goal.state != "let_go",
        "uses_levels": attainment_measure(today) is not None,
        "form": say_form(request, individual),
        "reach_form": None,
    }
    context |= _levels_of(request, individual, goal) if context["uses_levels"] else {}
    return show(request, "measures/goal.html", context | told, status=status)


def _levels_of(request: HttpRequest, individual, goal) -> dict:
    """The five levels as they stand, and which were reached."""
    scale = queries.scale_of(goal)
    reached = queries.levels_reached(individual, is_own=is_own_of(request, individual))
    return {
        "scale": scale,
        "levels": [(level, scale.words_of(level)) for level in LEVELS] if scale else [],
        "reached": [
            (each, each.scale.words_of(int(each.value_of["level"][0]))) for each in reached if each.goal_id == goal.pk
        ],
        "reach_form": say_form(request, individual, auto_id=REACHED) if scale else None,
    }


def _is_kept(request: HttpRequest, form, act, **kwargs) -> bool:
    """Keeps it, or puts the rule's sentence on top of the form."""
    try:
        act(by=request.actor, **kwargs, **form.told)
    except Refused as reason:
        form.add_error(None, str(reason))
        return False
    return True


def _what_then(form: SayForm, individual) -> str:
    """What was written on paper is theirs to look at first."""
    if form.told["how"] == "paper":
        return f"{individual.called} sees it first, and you can read it after that."
    if form.told["how"] == "together":
        return f"{individual.called} can take it back."
    return "Only you can read it." if form.told["keeps"] else "It can be taken back."


def _as_they_stand(goal) -> dict:
    scale = queries.scale_of(goal)
    if scale is None:
        return {"weight": 1}
    return {f"level_{place}": words for place, words in enumerate(scale.levels)} | {"weight": scale.weight}


def _on(request: HttpRequest, individual, goal) -> HttpResponse:
    if place := way_back(request):
        return go_to(request, place)
    return go_to(request, "measures:goal", individual=individual.public_id, goal=goal.public_id)
