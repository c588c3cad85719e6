"""What people wish to be reminded of: what they chose, or else the usual."""

from collections.abc import Iterable

from django.db.models import Q

from kith.messaging.models import Reminder, ReminderWishes, WorkerWishes
from kith.people.models import Individual, User

Kind = Reminder.Kind
USUAL = {field.name: field.default for field in ReminderWishes._meta.fields if isinstance(field.default, bool)}
WORKERS_USUAL = {"brief_days": 2, "promises": True, "visits": True, "listings": True}


def wishes_of(individual: Individual) -> ReminderWishes:
    """What they chose, or the usual."""
    found = ReminderWishes.objects.filter(individual=individual).select_related("chosen_by").first()
    return found or ReminderWishes(individual=individual)


def worker_wishes_of(user: User) -> WorkerWishes:
    """What a worker chose, or the usual."""
    return WorkerWishes.objects.filter(user=user).first() or WorkerWishes(user=user)


def is_wished(kind: str, user: User) -> bool:
    """Whether this worker wants to be reminded of such things at all."""
    wishes = worker_wishes_of(user)
    return {
        Kind.BRIEF: wishes.brief_days > 0,
        Kind.WORKER_PROMISE: wishes.promises,
        Kind.VISIT: wishes.visits,
    }[Kind(kind)]


def is_any_on(wishes: ReminderWishes, goals: Iterable) -> bool:
    """Whether anything is sent to them by itself: a reminder, or a question about one of these goals."""
    return any(getattr(wishes, name) for name in USUAL) or any(_asks(goal) for goal in goals)


def _asks(goal) -> bool:
    ask = getattr(goal, "ask", None)
    return ask is not None and ask.is_on


def wished(whose: str, wish: str, value: object = True) -> Q:
    """They chose it; or they chose nothing, and it is usual."""
    usual = {**USUAL, **WORKERS_USUAL} if whose.endswith("user") else USUAL
    chosen = Q(**{f"{whose}__reminder_wishes__{wish}": value})
    unasked = Q(**{f"{whose}__reminder_wishes__isnull": True})
    return chosen | unasked if usual[wish] == value else chosen
