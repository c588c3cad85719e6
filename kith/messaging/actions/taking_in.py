"""What came in becomes a message in somebody's queue, an answer to a question, or a letter that came back."""

from kith.access import trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.encryption import unseal
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.messaging.models import Arrival

from . import emails, texts

WAYS = {Arrival.Way.EMAIL: emails, Arrival.Way.TEXT: texts}


def take_in(*, arrival: Arrival, by: Actor) -> Arrival:
    """Makes sense of one arrival, once; what it was sealed in is then gone. It is read before anything is held."""
    if arrival.state != Arrival.State.WAITING or arrival.raw is None:
        return arrival
    way = WAYS[Arrival.Way(arrival.way)]
    return _take(arrival=arrival, read=way.read(unseal(arrival.raw)), by=by)


@action
def _take(*, arrival: Arrival, read, by: Actor) -> Arrival:
    permit(by, Permission.TAKE_IN_MESSAGE)
    hold(arrival)
    if arrival.state != Arrival.State.WAITING:
        return arrival
    state, message = WAYS[Arrival.Way(arrival.way)].take(read, arrival)
    arrival.state, arrival.message, arrival.raw = state, message, None
    arrival.save(update_fields=["state", "message", "raw"])
    if message is not None and message.individual is None:
        trail.record("message from somebody unknown", by=by, about=message)
    return arrival
