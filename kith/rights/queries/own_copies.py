"""The copy that somebody takes themself: whether one is being made, or there to be fetched."""

from datetime import timedelta

from kith.access import clock
from kith.people.models import Individual
from kith.rights.models import OwnCopy

A_LONG_TIME = timedelta(hours=1)  # what is not made by then never will be, and can be asked for again


def own_copy_of(individual: Individual) -> OwnCopy | None:
    """The newest that is there, or on its way."""
    copy = individual.own_copies.filter(removed_at=None).order_by("-asked_at", "-pk").first()
    if copy is None or (copy.ends_at and copy.ends_at <= clock.now()):
        return None
    return copy if copy.ready_at or clock.now() < copy.asked_at + A_LONG_TIME else None
