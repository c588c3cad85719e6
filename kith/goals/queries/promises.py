"""Steps by who takes them: what is next, and what each side said they would do."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from kith.people.models import Individual
from kith.people.queries import worker_of

from ..models import Goal, Role, Step


@dataclass(frozen=True)
class Promises:
    """What somebody said they would do: still open, and done since a day."""

    open: list[Step]
    done: list[Step]


@dataclass(frozen=True)
class Owners:
    """What people call those who hold steps. A helper has a name of their own."""

    individual: str
    worker: str


def owners_of(individual: Individual) -> Owners:
    """The names behind the two roles. One look."""
    worker = worker_of(individual)
    return Owners(individual=individual.called, worker=worker.first_name if worker else "a worker")


def next_step(individual: Individual) -> Step | None:
    """The individual's own next small step: the first open one of a goal, the soonest first. One look."""
    first_of: dict[int, Step] = {}
    for step in _steps(individual, Role.INDIVIDUAL).filter(done_on__isnull=True):
        first_of.setdefault(step.goal_id, step)
    return min(first_of.values(), key=lambda step: step.by_when or date.max, default=None)


def promises(individual: Individual, owner: str, since: date | None = None) -> Promises:
    """What this role ("individual", "worker", "helper") promised in goals going on: open, or done
    on or after `since`. Steps done in goals that have ended are told too. One look."""
    is_done = Q(done_on__gte=since) if since else Q(done_on__isnull=False)
    is_open = Q(done_on__isnull=True, goal__state=Goal.State.IN_PLAY)
    steps = list(_steps(individual, owner, in_any_state=True).filter(is_open | is_done))
    return Promises(
        open=[step for step in steps if not step.is_done],
        done=[step for step in steps if step.is_done],
    )


def step_called(goal: Goal, public_id: str) -> Step | None:
    """This step of this goal."""
    return goal.steps.filter(public_id=public_id).first()


def _steps(individual: Individual, owner: str, *, in_any_state: bool = False) -> QuerySet[Step]:
    steps = Step.objects.filter(goal__individual=individual, owner=owner)
    if not in_any_state:
        steps = steps.filter(goal__state=Goal.State.IN_PLAY)
    related = steps.select_related("goal", "goal__activity", "helper")
    return related.order_by("goal__set_on", "goal_id", "position", "pk")
