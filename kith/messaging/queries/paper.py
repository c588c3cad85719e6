"""What goes onto paper, and which days may have come back on it."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Prefetch

from kith.access import clock
from kith.conversations.models import Meeting
from kith.conversations.queries import next_meeting
from kith.goals.models import CheckIn, Goal
from kith.people.models import Individual, User
from kith.people.queries import worker_of

WEEK, COMING, BEEN = timedelta(days=7), 6, 3


@dataclass(frozen=True)
class OnPaper:
    """One sheet: each regular goal with its coming days, and who to give it to."""

    goals: list[tuple[Goal, list[date | None]]]
    worker: User | None
    reached_at: str
    next: Meeting | None


def paper_for(individual: Individual) -> OnPaper:
    """The sheet as it would be printed today."""
    today = clock.today()
    return OnPaper(
        goals=[(goal, _coming(goal, today)) for goal in _regular(individual)],
        worker=worker_of(individual),
        reached_at=individual.team.reached_at if individual.team else "",
        next=next_meeting(individual),
    )


def days_to_tell_of(individual: Individual) -> list[tuple[Goal, list[date | None]]]:
    """Each regular goal with its last few days that nobody has told of; None stands for a day to be said."""
    today = clock.today()
    since = today - WEEK * (BEEN + 1)
    told = Prefetch("check_ins", CheckIn.objects.filter(on__gte=since), to_attr="lately")
    return [(goal, _been(goal, today)) for goal in _regular(individual).prefetch_related(told)]


def _regular(individual: Individual):
    going = individual.goals.filter(kind=Goal.Kind.COMMITMENT, state=Goal.State.IN_PLAY)
    return going.select_related("activity")


def _coming(goal: Goal, today: date) -> list[date | None]:
    if goal.weekday is None:
        return [None] * COMING
    first = today + timedelta(days=(goal.weekday - today.weekday()) % 7)
    return [first + WEEK * number for number in range(COMING)]


def _been(goal, today: date) -> list[date | None]:
    if goal.weekday is None:
        return [None]
    last = today - timedelta(days=(today.weekday() - goal.weekday) % 7)
    told = {each.on for each in goal.lately}
    days = [last - WEEK * number for number in range(BEEN)]
    return [day for day in days if day not in told and day >= goal.set_on]
