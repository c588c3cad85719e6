"""Something comes in: it is kept as it came, sealed, before anybody tries to make sense of it."""

from datetime import timedelta

from kith.access import clock
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.encryption import seal
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.messaging.models import Arrival
from kith.messaging.tasks import make_sense

TRIES = 5
AGAIN_AFTER = timedelta(minutes=2)


@action
def arrive(*, way: str, known_as: str, raw: bytes, by: Actor) -> Arrival:
    """Keeps it once, however often it is fetched, and leaves the rest to be done after the commit."""
    permit(by, Permission.TAKE_IN_MESSAGE)
    now = clock.now()
    arrival, is_new = Arrival.objects.get_or_create(
        known_as=known_as[:200],
        defaults={"way": way, "raw": seal(raw), "came_at": now, "next_try_at": now + AGAIN_AFTER},
    )
    if is_new:
        make_sense.enqueue(arrival.public_id)
    return arrival


@action
def not_taken_in(*, arrival: Arrival, problem: str, by: Actor) -> Arrival:
    """It could not be made sense of this time. After a few tries it says so to the team, and is kept as it came."""
    permit(by, Permission.TAKE_IN_MESSAGE)
    hold(arrival)
    arrival.attempts += 1
    arrival.problem = problem[:300]
    arrival.next_try_at = clock.now() + AGAIN_AFTER * 2**arrival.attempts
    if arrival.attempts >= TRIES:
        arrival.state = Arrival.State.NOT_READ
    arrival.save(update_fields=["attempts", "problem", "next_try_at", "state"])
    return arrival
