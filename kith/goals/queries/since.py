"""What happened with the goals since a day, for whoever comes back to them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from kith.people.models import Individual

from ..models import CheckIn, Goal, Result, Step
from .goals import that_count


@dataclass(frozen=True)
class News:
    """Of one goal, latest first. `typed_by_individual` on each says whose words they are."""

    goal: Goal
    check_ins: list[CheckIn]
    results: list[Result]
    steps_done: list[Step]

    @property
    def is_any(self) -> bool:
        return bool(self.check_ins or self.results or self.steps_done)


def since(individual: Individual, day: date) -> list[News]:
    """Everything told on or after `day`, by goal, oldest goal first; goals without news are left out.
    Four looks."""
    goals = individual.goals.select_related("activity").prefetch_related(*_told_since(day))
    news = [News(goal, goal.news_check_ins, goal.news_results, goal.news_steps) for goal in goals]
    return [each for each in news if each.is_any]


def _told_since(day: date) -> list[Prefetch]:
    results = Result.objects.filter(on__gte=day).select_related("recorded_by").order_by("-on", "-pk")
    steps = Step.objects.filter(done_on__gte=day).select_related("helper").order_by("-done_on", "-pk")
    return [
        Prefetch("check_ins", that_count().filter(on__gte=day), to_attr="news_check_ins"),
        Prefetch("results", results, to_attr="news_results"),
        Prefetch("steps", steps, to_attr="news_steps"),
    ]
