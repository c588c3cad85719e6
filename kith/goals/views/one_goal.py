"""Everything that one goal's page shows; a form that was sent back stands in for the empty one."""

from django.http import HttpRequest, HttpResponse

from kith.about_me.queries import direction_of
from kith.access import clock
from kith.access.permissions import Permission
from kith.design.days import read_day
from kith.design.pages import show
from kith.goals import forms, queries
from kith.goals.charts import chart_of
from kith.people.writer import is_the_individual

from .open_steps import open_steps, who_sees_worries


def show_goal(request: HttpRequest, individual, goal, *, part=None, status=200, **sent_back) -> HttpResponse:
    """The page of one goal. `sent_back` are forms with words to look at, by their names in the template;
    the one called `returned` stands with its step."""
    owners, helpers = queries.owners_of(individual), queries.helpers_for(goal)
    context = {
        "individual": individual,
        "goal": goal,
        "owners": owners,
        "is_own": is_the_individual(request.actor, individual),
        "direction": _direction_for(request, individual),
        "open_steps": open_steps(request, individual, goal.steps_in_order, sent_back.get("returned")),
        "done_steps": [step for step in goal.steps_in_order if step.is_done],
        "to_pause": [] if goal.is_in_play else queries.goals_to_pause(individual),
        **_told(request, goal, owners, helpers),
        **_forms(request, individual, goal, owners, helpers),
        **sent_back,
    }
    return show(request, "goals/goal_page.html", context, part=part, status=status)


def _direction_for(request: HttpRequest, individual):
    """Where they want to go, for whoever may read what they say about themselves."""
    return direction_of(individual) if Permission.READ_ABOUT_ME in request.may else None


def _told(request: HttpRequest, goal, owners, helpers) -> dict:
    """What the reader may know of the goal."""
    return {
        "facts": _facts(request, goal, owners),
        "how_often": queries.how_often(goal),
        "offers_smaller": queries.offers_something_smaller(goal),
        "asks_result": queries.asks_how_it_turned_out(goal, clock.today()),
        "results_come_first": bool(goal.latest_results) or _has_come(goal.due_on),
        "best": queries.best_result(goal),
        "chart": chart_of(goal),
        "helping": _helping(request, goal, helpers),
        "shows_entry": _is_still_to_take_part_in(goal),
        "entry_moves": queries.entry_moves_of(goal) if goal.is_event else [],
        "barriers": queries.barriers_of(goal) if Permission.READ_BARRIERS in request.may else [],
        "may_ask_to_hear": goal.is_in_play
        and not is_the_individual(request.actor, goal.individual)
        and Permission.WRITE_GOALS in request.may,
        "rewordings": queries.rewordings_of(goal),
    }


def _helping(request: HttpRequest, goal, helpers) -> list:
    """Who lends a hand, each with the steps they hold and, for whoever may know, the pages about these."""
    helping = queries.helpers_with(goal, helpers)
    holds_any = any(helper.steps_held for helper in helping)
    may_know = Permission.READ_SHARES in request.may
    return queries.with_pages(helping, goal.individual) if holds_any and may_know else helping


def _is_still_to_take_part_in(goal) -> bool:
    """Until the day has been; after it while there is something to say of it."""
    return goal.is_in_play and goal.is_event and (bool(goal.entry) or goal.event_on >= clock.today())


def _has_come(day) -> bool:
    return day is not None and day <= clock.today()


def step_form(request: HttpRequest, individual, data=None, *, owners=None, helpers=None) -> forms.StepForm:
    """The form for one more step, with everybody who may hold it."""
    owners = owners or queries.owners_of(individual)
    helpers = queries.helpers_of(individual) if helpers is None else helpers
    return forms.StepForm(data, owners=owners, helpers=helpers, worry_seen_by=who_sees_worries(request, individual))


def _forms(request: HttpRequest, individual, goal, owners, helpers) -> dict:
    day = read_day(request.GET.get("day", ""), clock.today())
    return {
        "step_form": step_form(request, individual, owners=owners, helpers=helpers),
        "helper_form": forms.HelperForm(),
        "check_in_form": forms.CheckInForm(initial={"on": day or queries.likely_day(goal, clock.today())}),
        "result_form": forms.ResultForm(goal=goal, initial={"on": clock.today()}),
        "pause_form": forms.PauseForm(),
        "smaller_form": forms.SmallerForm(initial=_wording_of(goal)),
        "barrier_form": forms.BarrierForm(is_own=is_the_individual(request.actor, individual)),
        "target_form": forms.TargetForm(initial=_target_of(goal)),
        "words_form": forms.WordsForm(initial=_wording_of(goal)),
    }


def _target_of(goal) -> dict:
    return {"due_on": goal.due_on, "aiming_for": goal.aiming_for, "enter_by": goal.enter_by}


def _wording_of(goal) -> dict:
    weekday = "" if goal.weekday is None else str(goal.weekday)
    return {
        "words": goal.words,
        "why": goal.why,
        "weekday": weekday,
        "at_time": goal.at_time,
        "rhythm_words": goal.rhythm_words,
    }


def _facts(request: HttpRequest, goal, owners) -> list[tuple[str, str]]:
    direction = goal.direction if Permission.READ_ABOUT_ME in request.may else None
    both = f"{owners.individual} and {owners.worker}"
    wish_of = {"individual": owners.individual, "worker": owners.worker, "both": both}
    facts = [
        ("When", goal.when_words),
        ("The day", f"{goal.due_on:%A} {goal.due_on.day} {goal.due_on:%B %Y}" if goal.due_on else ""),
        ("Entering closes", f"{goal.enter_by:%A} {goal.enter_by.day} {goal.enter_by:%B %Y}" if goal.enter_by else ""),
        ("Aiming for", goal.aiming_for),
        ("Why", goal.why),
        ("Part of", direction.words if direction else ""),
        ("Whose wish", wish_of[goal.asked_by]),
    ]
    return [(term, words) for term, words in facts if words]
