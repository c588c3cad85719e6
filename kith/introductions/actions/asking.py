"""The day after a first visit the individual is asked, once: did you go? The letter itself says nothing."""

from datetime import date, timedelta

from django.conf import settings

from kith.access import clock, trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.introductions import queries
from kith.introductions.models import Introduction
from kith.outbox.actions import post

VISIT_QUESTION = "to individual: visit question"
SUBJECT = "You have a message"
BODY = "There is a message for you.\n\nRead it here: {address}\n\nThere is no rush."
OF_USE_FOR = timedelta(days=3)


@action
def ask_about_visits(*, by: Actor, today: date | None = None) -> int:
    """Posts one letter for each visit that has been and was not told of. Gives how many were posted."""
    today = today or clock.today()
    return sum(_ask(introduction, by, today) for introduction in queries.to_be_asked(today))


def _ask(introduction: Introduction, by: Actor, today: date) -> int:
    individual = introduction.individual
    permit(by, Permission.ASK_ABOUT_VISIT, individual)
    channel, to = queries.reached_at(individual)
    introduction.asked_on = today
    introduction.save(update_fields=["asked_on"])
    if not to:
        return 0  # somebody who likes to be told in person is asked on their page, or when we meet
    post(
        kind=VISIT_QUESTION,
        channel=channel,
        to=to,
        subject=SUBJECT if channel == "email" else "",
        body=BODY.format(address=settings.PUBLIC_URL),
        cause=f"introduction {introduction.public_id}",
        individual_ref=individual.public_id,
        goes_stale_at=clock.now() + OF_USE_FOR,
        now=clock.now(),
    )
    trail.record("asked about a visit", by=by, about=introduction, individual=individual)
    return 1
