"""What was agreed around a meeting, wherever it was written down: on a goal's page, the table, or by the individual."""

from dataclasses import dataclass, field
from datetime import date, datetime, time

from django.db.models import QuerySet
from django.utils import timezone

from kith.conversations.models import Meeting
from kith.goals.models import Goal, Step
from kith.introductions.models import Introduction
from kith.people.models import Individual

A_DOZEN = 12


@dataclass(frozen=True)
class Agreed:
    """Goals, steps and introductions."""

    goals: list[Goal] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    introductions: list[Introduction] = field(default_factory=list)

    def __bool__(self):
        return bool(self.goals or self.steps or self.introductions)


def agreed_since(individual: Individual, day: date) -> Agreed:
    """What was set since this day, by anybody, and belongs to no meeting yet. Three looks."""
    began = timezone.make_aware(datetime.combine(day, time.min))
    goals = individual.goals.filter(set_on__gte=day, agreed_in=None).exclude(state=Goal.State.LET_GO)
    return Agreed(
        goals=list(goals[:A_DOZEN]),
        steps=list(_steps_in_order(individual).filter(set_on__gte=day, agreed_in=None)[:A_DOZEN]),
        introductions=list(_introductions(individual).filter(share__starts_at__gte=began, agreed_in=None)[:A_DOZEN]),
    )


def agreed_called(individual: Individual, names: tuple[str, ...]) -> Agreed:
    """This individual's own among these names of goals, steps and introductions."""
    ids = [name.partition("-")[2] for name in names]
    return Agreed(
        goals=list(individual.goals.filter(public_id__in=ids)),
        steps=list(individual.steps.filter(public_id__in=ids)),
        introductions=list(individual.introductions.filter(public_id__in=ids)),
    )


def agreed_in(meeting: Meeting) -> Agreed:
    """What was agreed in this meeting, as `meeting_of` found it."""
    return Agreed(list(meeting.goals.all()), list(meeting.steps.all()), list(meeting.introductions.all()))


def _steps_in_order(individual: Individual) -> QuerySet[Step]:
    return individual.steps.select_related("helper").order_by("set_on", "pk")


def _introductions(individual: Individual) -> QuerySet[Introduction]:
    return individual.introductions.select_related("activity").order_by("opened_at")
