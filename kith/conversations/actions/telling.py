"""The individual is told that there is something to read: a few neutral words, by day, once a day at most."""

from datetime import timedelta

from django.conf import settings

from kith.access import clock, trail
from kith.access.actor import Actor
from kith.conversations.models import Meeting
from kith.outbox import queries as outbox
from kith.outbox.actions import NotPosted, post
from kith.people.models import Individual
from kith.people.polite import polite_moment
from kith.people.reaching import reached_at

SOMETHING_TO_READ = "to individual: something to read"
SUBJECT = "You have a message"
BODY = "There is a message for you.\n\nRead it here: {address}\n\nThere is no rush, and you need not answer."
OF_USE_FOR = timedelta(days=14)
A_DAY = timedelta(days=1)


def tell_of_something_to_read(meeting: Meeting, by: Actor) -> None:
    """One letter, however many corrections that day. Somebody who likes to be told in person, or has no way
    to read it here, gets none."""
    individual = meeting.individual
    channel, to = reached_at(individual)
    can_read = individual.user is not None and individual.user.is_active
    if not to or not can_read or _was_told(individual):
        return
    if _post(meeting, channel, to):
        trail.record("told of something to read", by=by, about=meeting, individual=individual)


def _was_told(individual: Individual) -> bool:
    """Whether such a letter was posted today, or still waits for a polite moment."""
    today = clock.now() - A_DAY
    told = outbox.about(individual.public_id).filter(kind=SOMETHING_TO_READ)
    return told.filter(created_at__gt=today).exists()


def _post(meeting: Meeting, channel: str, to: str) -> bool:
    """An address that cannot be written on a letter is no reason to keep words back."""
    now = clock.now()
    try:
        post(
            kind=SOMETHING_TO_READ,
            channel=channel,
            to=to,
            subject=SUBJECT if channel == "email" else "",
            body=BODY.format(address=settings.PUBLIC_URL),
            cause=f"meeting {meeting.public_id}",
            individual_ref=meeting.individual.public_id,
            not_before=polite_moment(now),
            goes_stale_at=now + OF_USE_FOR,
            now=now,
        )
    except NotPosted:
        return False
    return True
