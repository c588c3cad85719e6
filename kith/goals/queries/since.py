"""What happened with the goals since a day, for whoever comes back to them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from kith.access.alongside import alongside, each_with
from kith.access.kept import kept
from kith.people.models import Individual

from ..models import CheckIn, Goal, Result, Step
from .goals import results_that_stand, that_count
from .promises import Promises, promises_on_both_sides


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


def since(individual: Individual, day: date, promised: dict[str, Promises] | None = None) -> list[News]:
    """Everything told on or after `day`, by goal, oldest goal first, steps without a goal last;
    goals without news are left out. Four looks, or three
    where what was `promised` since then is known."""
    goals = _goals_of(individual)
    each_with(goals, "news_check_ins", _check_ins_since(goals, day) if goals else [], "goal")
    each_with(goals, "news_results", _results_since(goals, day) if goals else [], "goal")
    promised = promised or promises_on_both_sides(individual, day)
    steps = [step for each in promised.values() for step in each.done]
    done = sorted(steps, key=lambda step: (step.done_on, step.pk), reverse=True)
    news = [_news_of(goal, [step for step in done if step.goal_id == goal.pk]) for goal in goals]
    loose = [step for step in done if step.goal_id is None]
    return [each for each in [*news, News(None, [], [], loose)] if each.is_any]


def _news_of(goal, steps_done: list[Step]) -> News:
    return News(goal, goal.news_check_ins, goal.news_results, steps_done)


@kept
def _goals_of(individual: Individual) -> QuerySet[Goal]:
    return alongside(individual.goals.all(), activity=("name",))


@kept
def _check_ins_since(goals: list[Goal], day: date) -> QuerySet[CheckIn]:
    return that_count().filter(goal__in=goals, on__gte=day)


@kept
def _results_since(goals: list[Goal], day: date) -> QuerySet[Result]:
    return results_that_stand().filter(goal__in=goals, on__gte=day).order_by("-on", "-pk")
