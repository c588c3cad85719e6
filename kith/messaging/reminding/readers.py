"""Whose a worker's reminder is: their own; or, while they are away, that of whoever covers for them."""

from dataclasses import dataclass
from datetime import datetime

from kith.access.permissions import Permission
from kith.access.permit import may
from kith.messaging.models import Reminder
from kith.messaging.queries.wishes import is_wished
from kith.people.actors import actor_for
from kith.people.models import Individual, User
from kith.people.queries import worker_of
from kith.people.there import there_instead
from kith.people.working_days import next_hearing

Kind = Reminder.Kind
TO_READ_IT = {
    Kind.BRIEF: Permission.READ_PROMPTS,
    Kind.WORKER_PROMISE: Permission.READ_GOALS,
    Kind.VISIT: Permission.READ_INTRODUCTIONS,
}


@dataclass(frozen=True)
class Reader:
    """Who is reminded. `instead_of`: the worker whose it is, where somebody covers; None for the worker themselves."""

    user: User
    instead_of: User | None = None

    def wishes(self, kind: str) -> bool:
        """Whether they want such reminders. The worker was asked when it was looked for what is due."""
        return self.instead_of is None or is_wished(kind, self.user)


def worker_for(row) -> User | None:
    """Whose meeting it is; for a promise or a visit, the individual's own worker."""
    partnership = getattr(row, "partnership", None)
    return partnership.user if partnership and hasattr(row, "day") else worker_of(row.individual)


def reader_for(kind: str, row, now: datetime) -> Reader | None:
    """Who is there when it would be heard of: at the weekend, that is on Monday."""
    worker = worker_for(row)
    if worker is None:
        return None
    at = next_hearing(now, worker)
    cover = there_instead(worker, row.individual, at)
    return Reader(cover, worker) if cover and _may_read(kind, cover, row.individual, at) else Reader(worker)


def _may_read(kind: str, user: User, individual: Individual, at: datetime) -> bool:
    return may(actor_for(user, at), TO_READ_IT[Kind(kind)], individual)
