"""Whose words a promise was. It has a new owner when a worker changes, and still says who said it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from kith.access import clock
from kith.people.models import Individual, Relation, User
from kith.people.queries import WORKS_WITH, live, partnership_of, partnership_with

from ..models import Role, Step

Kind = Relation.Kind


@dataclass(frozen=True)
class SaidByOthers:
    """A promise as a colleague reads it: whose words, and whose it is now."""

    step: Step
    title: str
    note: str


@dataclass(frozen=True)
class Said:
    """Promises of one person as the individual reads them: “Vish will”, or “Vish said they would” and who has it."""

    title: str
    note: str
    steps: list[Step]


def who_promises(owner: str, individual: Individual, writes: int | None) -> User | None:
    """Whose words a worker's step is: of whoever works with them and writes it down, or else of their own worker."""
    if owner != Role.WORKER:
        return None
    relation = partnership_of(writes, individual) or partnership_with(individual)
    return relation.user if relation else None


class Workers:
    """Who works with some people now. One look, however many there are, and none where nobody asks."""

    def __init__(self, individuals: Iterable[Individual], known: User | None = None) -> None:
        self.individuals, self.known = list(individuals), known

    @cached_property
    def rows(self) -> list[Relation]:
        found = Relation.objects.filter(live(clock.now()), individual__in=self.individuals, kind__in=WORKS_WITH)
        return list(found.select_related("user").order_by("starts_at"))

    @cached_property
    def there(self) -> set[tuple[int | None, int]]:
        return {(each.individual_id, each.user_id) for each in self.rows}

    @cached_property
    def worker(self) -> dict[int | None, User]:
        return {each.individual_id: each.user for each in self.rows if each.kind == Kind.PARTNERSHIP}

    def whose_words(self, step: Step) -> User | None:
        """Whoever said it; where that is not known, their worker now."""
        return step.promised_by or self.known or self.worker.get(step.individual_id)

    def is_there(self, user: User, step: Step) -> bool:
        """Whether whoever said it works with that person still."""
        return user == self.known or (step.individual_id, user.pk) in self.there


def own_and_others(user: User, steps: Iterable[Step], workers: Workers) -> tuple[list[Step], list[SaidByOthers]]:
    """What this user said they would do, and what others said: those they cover for, or took over from."""
    own: list[Step] = []
    others: list[SaidByOthers] = []
    for step in steps:
        said_by = workers.whose_words(step)
        if said_by is None or said_by == user:
            own.append(step)
        else:
            others.append(_said_by(said_by, user, step, workers))
    return own, others


def _said_by(said_by: User, user: User, step: Step, workers: Workers) -> SaidByOthers:
    name, worker = said_by.first_name, workers.worker.get(step.individual_id)
    if workers.is_there(said_by, step):
        return SaidByOthers(step, step.words, f"{name} promised.")
    has_it = f"{worker.first_name} has it now." if worker and worker != user else ""
    return SaidByOthers(step, f"{name} said: {step.words}", has_it or f"Taken over from {name}.")


def said_to(individual: Individual, steps: list[Step], known: User | None = None) -> list[Said]:
    """A worker's promises for the individual to read, by whose words they were. `known`: their worker now."""
    if not steps:
        return []
    workers, groups = Workers([individual], known), {}
    for step in steps:
        groups.setdefault(workers.whose_words(step), []).append(step)
    return [_said(said_by, some, workers) for said_by, some in groups.items()]


def _said(said_by: User | None, steps: list[Step], workers: Workers) -> Said:
    if said_by is None:
        return Said("Your worker will", "", steps)
    if workers.is_there(said_by, steps[0]):
        return Said(f"{said_by.first_name} will", "", steps)
    worker = workers.worker.get(steps[0].individual_id)
    has_it = worker.first_name if worker else "The team"
    return Said(f"{said_by.first_name} said they would", f"{has_it} has it now.", steps)
