"""Letters to an account that did not arrive: an administrator has told them, or put the address right."""

from kith.access import clock, trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.outbox import actions as outbox
from kith.outbox.queries import for_account
from kith.people.models import User


@action
def notices_seen_to(*, user: User, by: Actor) -> int:
    """They ask for nobody any more. Gives how many there were."""
    permit(by, Permission.MANAGE_ACCOUNTS)
    letters = list(for_account(user.public_id))
    for letter in letters:
        outbox.seen_to(letter=letter, by=by, now=clock.now())
    if letters:
        trail.record("letters to an account seen to", by=by, about=user, detail=str(len(letters)))
    return len(letters)
