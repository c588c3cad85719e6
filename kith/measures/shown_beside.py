"""What stands beside a goal, a meeting that was held, and on somebody's own page. None of it leads the page."""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest

from kith.access import clock
from kith.access.permissions import Permission
from kith.goals.models import Goal
from kith.people.models import Individual
from kith.people.writer import is_the_individual

from . import queries
from .occasions import occasion_of
from .saying import NUMBERS, say_form
from .told import of_goal

LATEST = 12  # numbers in the line beside a goal
AFTER_A_MEETING = timedelta(days=14)


def beside_goal(request: HttpRequest, goal: Goal) -> dict | None:
    """The row of numbers and the line so far; nothing where neither is there."""
    if Permission.READ_MEASURES not in request.may:
        return None
    is_own = is_the_individual(request.actor, goal.individual)
    ratings = tuple(queries.ratings_of(goal, is_own=is_own)[:LATEST])
    is_asked = goal.is_in_play and Permission.WRITE_MEASURES in request.may
    may_rate = is_asked and queries.own_rating(clock.today()) is not None
    if not ratings and not may_rate:
        return None
    told = {"goal": goal, "individual": goal.individual, "is_own": is_own, "over_time": of_goal(goal, ratings)}
    form = say_form(request, goal.individual, names_worker=False) if may_rate else None
    return told | {"may_rate": may_rate, "numbers": NUMBERS, "form": form}


def beside_meeting(request: HttpRequest, meeting: Any) -> dict | None:
    """At most one short measure, for some days after the meeting; most often nothing."""
    if Permission.WRITE_MEASURES not in request.may or not meeting.is_held:
        return None
    today = clock.today()
    if not meeting.day <= today <= meeting.day + AFTER_A_MEETING:
        return None
    individual = meeting.individual
    is_own = is_the_individual(request.actor, individual)
    talked = queries.Talked(meeting.day, lambda: _talked_about(meeting))
    offer = queries.offer_for(individual, occasion_of(meeting.public_id), today, is_own=is_own, talked=talked)
    told = {"offer": offer, "individual": individual, "is_own": is_own, "meeting": meeting.public_id}
    return told if offer else None


def _talked_about(meeting: Any) -> set[int]:
    """The goals that were agreed on there, and those of the steps."""
    steps = (step.goal_id for step in meeting.steps.all() if step.goal_id)
    return {goal.pk for goal in meeting.goals.all()} | set(steps)


def beside_person(request: HttpRequest, individual: Individual) -> dict | None:
    """The way to the page, where whatever waits to be looked at first stands on top. It takes no look: the plan asks
    as much as a page may."""
    if Permission.READ_MEASURES not in request.may:
        return None
    is_own = is_the_individual(request.actor, individual)
    return {"individual": individual, "is_own": is_own}
