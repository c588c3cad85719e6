"""The individual is told that there is something to read: a few neutral words, by day, once a day at most."""

from datetime import timedelta

from kith.access import clock, trail
from kith.access.actor import Actor
from kith.conversations.models import Meeting
from kith.outbox import queries as outbox
from kith.people.actions import write_to
from kith.people.models import Individual
from kith.people.reaching import can_read_here

SOMETHING_TO_READ = "to individual: something to read"
WORDS = "What we talked about is written down. You need not answer."
OF_USE_FOR = timedelta(days=14)
A_DAY = timedelta(days=1)


def tell_of_something_to_read(meeting: Meeting, by: Actor) -> None:
    """One letter, however many corrections that day. Somebody who likes to be told in person, or has no way
    to read it here, gets none."""
    individual = meeting.individual
    if not can_read_here(individual) or _was_told(individual):
        return
    now = clock.now()
    told = {"kind": SOMETHING_TO_READ, "words": WORDS, "goes_stale_at": now + OF_USE_FOR}
    if write_to(individual, cause=f"meeting {meeting.public_id}", **told):
        trail.record("told of something to read", by=by, about=meeting, individual=individual)


def _was_told(individual: Individual) -> bool:
    """Whether such a letter was posted today, or still waits for a polite moment."""
    today = clock.now() - A_DAY
    told = outbox.about(individual.public_id).filter(kind=SOMETHING_TO_READ)
    return told.filter(created_at__gt=today).exists()
