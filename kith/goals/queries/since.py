"""What happened with the goals since a day, for whoever comes back to them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from kith.people.models import Individual

from ..models import CheckIn, Goal, Result, Step
from .goals import that_count


@dataclass(frozen=True)
class News:
    """Of one goal, or of the steps that belong to none (`goal` is None); latest first.
    `typed_by_individual` on each says whose words they are."""

    goal: Goal | None
    check_ins: list[CheckIn]
    results: list[Result]
    steps_done: list[Step]

    @property
    def told(self) -> list[CheckIn | Result]:
        """What was told in words, latest first."""
        worded = [each for each in [*self.check_ins, *self.results] if each.words]
        return sorted(worded, key=lambda each: (each.on, each.recorded_at), reverse=True)

    @property
    def is_any(self) -> bool:
        return bool(self.check_ins or self.results or self.steps_done)


def since(individual: Individual, day: date) -> list[News]:
    """Everything told on or after `day`, by goal, oldest goal first, steps without a goal last;
    goals without news are left out. Five looks."""
    goals = individual.goals.select_related("activity").prefetch_related(*_told_since(day))
    news = [_news_of(goal) for goal in goals]
    loose = list(_steps_done_since(day).filter(individual=individual, goal__isnull=True))
    return [each for each in [*news, News(None, [], [], loose)] if each.is_any]


def _news_of(goal) -> News:
    return News(goal, goal.news_check_ins, goal.news_results, goal.news_steps)


def _steps_done_since(day: date) -> QuerySet[Step]:
    return Step.objects.filter(done_on__gte=day).select_related("helper").order_by("-done_on", "-pk")


def _told_since(day: date) -> list[Prefetch]:
    results = Result.objects.filter(on__gte=day).select_related("recorded_by").order_by("-on", "-pk")
    return [
        Prefetch("check_ins", that_count().filter(on__gte=day), to_attr="news_check_ins"),
        Prefetch("results", results, to_attr="news_results"),
        Prefetch("steps", _steps_done_since(day), to_attr="news_steps"),
    ]
