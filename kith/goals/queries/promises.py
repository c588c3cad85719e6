"""Steps by who takes them: what is next, and what each side said they would do."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q, QuerySet

from kith.access.alongside import alongside
from kith.access.kept import kept
from kith.people.models import Individual, User
from kith.people.queries import worker_of

from ..models import Goal, Role, Step

A_DOZEN = 12
AT_HAND = {
    "goal": ("public_id", "words", "individual"),
    "goal__activity": ("name",),
    "promised_by": ("name",),
}
GOES_ON = Q(goal__isnull=True) | Q(goal__state=Goal.State.IN_PLAY)


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
    return owners_with(individual, worker_of(individual))


def owners_with(individual: Individual, worker: User | None) -> Owners:
    """The same where the worker is known."""
    return Owners(individual=individual.called, worker=worker.first_name if worker else "a worker")


def next_step(individual: Individual) -> Step | None:
    """The individual's own next small step: the first open one of a goal, the soonest first. One look."""
    return soonest(_steps(individual, Role.INDIVIDUAL).filter(GOES_ON, done_on__isnull=True))


def soonest(steps: Iterable[Step]) -> Step | None:
    """Of open steps in their order: the first one of a goal, the soonest first."""
    first_of: dict[int | None, Step] = {}
    for step in steps:
        first_of.setdefault(step.goal_id, step)
    return min(first_of.values(), key=lambda step: step.by_when or date.max, default=None)


def promises(individual: Individual, owner: str, since: date | None = None) -> Promises:
    """What this role ("individual", "worker", "helper") promised, towards goals going on or by itself:
    open, or done on or after `since`. Steps done for goals that have ended are told too. One look."""
    return _split(list(_promised(individual.steps.filter(owner=owner), since)))


def promises_on_both_sides(individual: Individual, since: date | None = None) -> dict[str, Promises]:
    """What the worker, the individual and helpers promised, by role. One look."""
    steps = _all_promised(individual, since)
    return {role: _split([step for step in steps if step.owner == role]) for role in Role.values}


def step_called(individual: Individual, public_id: str) -> Step | None:
    """This step of this individual."""
    return individual.steps.select_related("goal").filter(public_id=public_id).first()


def open_steps(individual: Individual) -> QuerySet[Step]:
    """Everything small that is still to be done, by whomever, the soonest first."""
    steps = individual.steps.filter(GOES_ON, done_on__isnull=True)
    return steps.order_by(F("by_when").asc(nulls_last=True), "position", "pk")


def loose_steps(individual: Individual) -> list[Step]:
    """Steps that belong to no goal: the open ones, then those done lately, a dozen in all. One look."""
    steps = individual.steps.filter(goal__isnull=True).select_related("helper")
    return list(steps.order_by(F("done_on").desc(nulls_first=True), "position", "pk")[:A_DOZEN])


def _steps(individual: Individual, owner: str) -> QuerySet[Step]:
    return _in_order(individual.steps.filter(owner=owner))


def _in_order(steps: QuerySet[Step]) -> QuerySet[Step]:
    found = alongside(steps, **AT_HAND).select_related("helper")
    return found.order_by(F("goal__set_on").asc(nulls_last=True), "goal_id", "position", "pk")


def _promised(steps: QuerySet[Step], since: date | None) -> QuerySet[Step]:
    is_done = Q(done_on__gte=since) if since else Q(done_on__isnull=False)
    return _in_order(steps).filter(Q(done_on__isnull=True) & GOES_ON | is_done)


@kept
def _all_promised(individual: Individual, since: date | None) -> QuerySet[Step]:
    return _promised(individual.steps.all(), since)


def _split(steps: list[Step]) -> Promises:
    return Promises(
        open=[step for step in steps if not step.is_done],
        done=[step for step in steps if step.is_done],
    )
