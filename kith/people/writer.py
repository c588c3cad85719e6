"""Who is at the keys: the individual themselves, or somebody else."""

from kith.access.actor import Actor
from kith.access.permit import NotPermitted

from .models import Individual


def is_the_individual(by: Actor, individual: Individual) -> bool:
    """Whether the individual is the one who acts; only then are words shown as theirs."""
    return by.sent_in_for == individual.pk or is_their_account(by.user_id, individual)


def is_their_account(user_id: int | None, individual: Individual) -> bool:
    """Whether this account is the individual's own. Nobody's account is never theirs."""
    return user_id is not None and user_id == individual.user_id


def account_of(by: Actor) -> int:
    """The account of whoever is writing; what people say is never written by a machine."""
    if by.user_id is None:
        raise NotPermitted(f"{by.who} has no account to write with")
    return by.user_id
