"""What could not be read is tried once more, when somebody has put right what was in the way."""

from kith.access import clock, trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.messaging.models import Arrival, MailboxMark
from kith.messaging.queries.arrivals import not_fetched, not_read


@action
def try_again_to_read(*, by: Actor) -> int:
    """All of it waits again, with all its tries before it; the clock does the rest. Gives how many."""
    permit(by, Permission.MANAGE_ACCOUNTS)
    again = not_read().update(state=Arrival.State.WAITING, attempts=0, next_try_at=clock.now()) + _look_again()
    trail.record("what came in tried again", by=by, detail=str(again))
    return again


def _look_again() -> int:
    """The mailbox is read again from the first that was not handed over; what is here already is kept once."""
    missing = not_fetched()
    for known_as in missing.values_list("known_as", flat=True):
        numbered_as, number = map(int, known_as.split()[1:])
        MailboxMark.objects.filter(numbered_as=numbered_as, last__gte=number).update(last=number - 1)
    return missing.delete()[0]
