"""Letters to the individual that go with an introduction: that something is there to read, and the pocket card."""

from datetime import timedelta

from django.conf import settings

from kith.access import clock, trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import Refused, refuse_if
from kith.introductions import queries, rules
from kith.introductions.models import Introduction
from kith.outbox.actions import NotPosted, post
from kith.people.polite import polite_moment

from .asking import BODY, SUBJECT
from .holding import hold

TO_READ = "to individual: something to read"
POCKET_CARD = "to individual: pocket card"
OF_USE_FOR = timedelta(days=3)


def tell_of_their_yes(introduction: Introduction) -> None:
    """Somebody wrote down that they said yes: they are told there is something to read, by day. The letter says
    no more; whoever likes to be told in person reads it on their own page."""
    channel, to = queries.reached_at(introduction.individual)
    if to:
        _post(introduction, TO_READ, channel, to, BODY.format(address=settings.PUBLIC_URL))


@action
def send_card(*, introduction: Introduction, words: str, by: Actor) -> Introduction:
    """The pocket card as a message to the individual, in the very words that were shown."""
    hold(introduction)
    permit(by, Permission.WRITE_INTRODUCTIONS, introduction.individual)
    channel, to = queries.reached_at(introduction.individual)
    refuse_if(rules.cannot_send_card(introduction.individual, channel if to else ""))
    if not _post(introduction, POCKET_CARD, channel, to, words):
        raise Refused("The card could not be sent. It can be printed, or copied by hand.")
    trail.record("pocket card sent", by=by, about=introduction, individual=introduction.individual)
    return introduction


def _post(introduction: Introduction, kind: str, channel: str, to: str, body: str) -> bool:
    now = clock.now()
    leaves = polite_moment(now) if kind == TO_READ else now
    try:
        post(
            kind=kind,
            channel=channel,
            to=to,
            subject=SUBJECT if channel == "email" else "",
            body=body,
            cause=f"introduction {introduction.public_id}",
            individual_ref=introduction.individual.public_id,
            not_before=leaves,
            goes_stale_at=leaves + OF_USE_FOR,
            now=now,
        )
    except NotPosted:
        return False
    return True
