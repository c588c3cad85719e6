"""What happened with the goals since a day, for whoever comes back to them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from kith.access.alongside import alongside
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
    goals = alongside(individual.goals.all(), activity=("name",)).prefetch_related(*_told_since(day))
    promised = promised or promises_on_both_sides(individual, day)
    steps = [step for each in promised.values() for step in each.done]
    done = sorted(steps, key=lambda step: (step.done_on, step.pk), reverse=True)
    news = [_news_of(goal, [step for step in done if step.goal_id == goal.pk]) for goal in goals]
    loose = [step for step in done if step.goal_id is None]
    return [each for each in [*news, News(None, [], [], loose)] if each.is_any]


def _news_of(goal, steps_done: list[Step]) -> News:
    return News(goal, goal.news_check_ins, goal.news_results, steps_done)


def _told_since(day: date) -> list[Prefetch]:
    results = results_that_stand().filter(on__gte=day).order_by("-on", "-pk")
    return [
        Prefetch("check_ins", that_count().filter(on__gte=day), to_attr="news_check_ins"),
        Prefetch("results", results, to_attr="news_results"),
    ]
