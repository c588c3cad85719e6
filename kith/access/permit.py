"""The question asked first: may this actor do this, to this individual's record?"""

from .actor import Actor, Tie
from .permissions import Permission, asks_why, granted, grants


class NotPermitted(Exception):
    """Answered like something that does not exist, so that nothing is learned by asking."""


def ties_that_permit(by: Actor, permission: Permission, individual=None, team=None) -> tuple[Tie, ...]:
    """The live relations that are enough for it."""
    return tuple(tie for tie in by.ties_to(individual, team) if grants(tie, permission))


def may(by: Actor, permission: Permission, individual=None, team=None) -> bool:
    """Whether the actor may; for showing or leaving out a control."""
    return bool(ties_that_permit(by, permission, individual, team))


def permit(by: Actor, permission: Permission, individual=None, team=None) -> None:
    """Lets the action go on, or raises `NotPermitted`."""
    if not may(by, permission, individual, team):
        raise NotPermitted(f"{by.who} may not {permission.value.replace('_', ' ')}")


def all_that_may(by: Actor, individual=None) -> frozenset[Permission]:
    """Everything the actor may do in this individual's record, or anywhere; pages read it as `request.may`."""
    return frozenset[Permission]().union(*map(granted, by.ties_to(individual)))


def after_saying_why(by: Actor, individual) -> frozenset[Permission]:
    """What would open to the actor once they have said why; pages read it as `request.asks_why`."""
    would = frozenset[Permission]().union(*map(asks_why, by.ties_to(individual)))
    return would - all_that_may(by, individual)
