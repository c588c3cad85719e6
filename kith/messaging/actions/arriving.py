"""Something comes in: it is kept as it came, sealed, before anybody tries to make sense of it."""

import hashlib
from datetime import timedelta

from kith.access import clock
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.encryption import seal
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.messaging.models import Arrival, MailboxMark
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


def arrive_email(*, raw: bytes, by: Actor) -> Arrival:
    """An email is known by what stands in it: fetched or handed in twice, it is kept once."""
    return arrive(way=Arrival.Way.EMAIL, known_as=f"email {hashlib.sha256(raw).hexdigest()}", raw=raw, by=by)


@action
def not_taken_in(*, arrival: Arrival, problem: str, by: Actor) -> Arrival:
    """It could not be made sense of this time. After a few tries it says so to the team, and is kept as it came."""
    permit(by, Permission.TAKE_IN_MESSAGE)
    hold(arrival)
    if arrival.state != Arrival.State.WAITING:
        return arrival  # another clock took it in meanwhile
    arrival.attempts += 1
    arrival.problem = problem[:300]
    arrival.next_try_at = clock.now() + AGAIN_AFTER * 2**arrival.attempts
    if arrival.attempts >= TRIES:
        arrival.state = Arrival.State.NOT_READ
    arrival.save(update_fields=["attempts", "problem", "next_try_at", "state"])
    return arrival


@action
def begin_mailbox(*, mailbox: str, numbered_as: int, seen: int, by: Actor) -> MailboxMark:
    """The mark of this mailbox. Where the server counts anew, everything there is looked at again and kept once.
    `seen`: at the very first look, what lies there already and was opened is left."""
    permit(by, Permission.TAKE_IN_MESSAGE)
    mark, is_new = MailboxMark.objects.get_or_create(
        mailbox=mailbox, defaults={"numbered_as": numbered_as, "last": seen}
    )
    if not is_new and mark.numbered_as != numbered_as:
        mark.numbered_as, mark.last = numbered_as, 0
        mark.save(update_fields=["numbered_as", "last"])
    return mark


@action
def read_up_to(*, mark: MailboxMark, number: int, by: Actor) -> None:
    """What has this number is kept here, or could not be read and is noted."""
    permit(by, Permission.TAKE_IN_MESSAGE)
    mark.last = max(mark.last, number)
    mark.save(update_fields=["last"])


@action
def note_unread(*, mark: MailboxMark, number: int, problem: str, by: Actor) -> Arrival:
    """Something lies in the mailbox that the server would not hand over. It is told of until somebody tries again."""
    permit(by, Permission.TAKE_IN_MESSAGE)
    said = {"way": Arrival.Way.EMAIL, "came_at": clock.now(), "next_try_at": clock.now(), "problem": problem}
    known_as = f"mailbox {mark.numbered_as} {number}"
    return Arrival.objects.get_or_create(known_as=known_as, defaults=said | {"state": Arrival.State.NOT_READ})[0]
