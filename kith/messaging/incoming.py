"""Makes sense of what came in, as often as it takes; what stumbles is tried again, and never lost."""

import logging

from kith.access import clock
from kith.access.actor import Actor

from . import actions
from .models import Arrival

log = logging.getLogger("kith.messaging")


def make_sense_of(public_id: str, *, by: Actor) -> None:
    """One arrival: taken in, or left for another try with the kind of the problem and none of its words."""
    arrival = Arrival.objects.filter(public_id=public_id, state=Arrival.State.WAITING).first()
    if arrival is None:
        return  # done before
    try:
        actions.take_in(arrival=arrival, by=by)
    except Exception as problem:  # noqa: BLE001 - whatever it was, it is tried again and told
        log.warning("Arrival %s was not taken in: %s", public_id, type(problem).__name__)
        actions.not_taken_in(arrival=arrival, problem=type(problem).__name__, by=by)


def make_sense_of_the_rest(*, by: Actor, most: int = 100) -> int:
    """What still waits although its time has come: its task was lost, or stumbled. Gives how many were tried."""
    due = Arrival.objects.filter(state=Arrival.State.WAITING, next_try_at__lte=clock.now())
    waiting = list(due.order_by("next_try_at").values_list("public_id", flat=True)[:most])
    for public_id in waiting:
        make_sense_of(public_id, by=by)
    return len(waiting)
