"""Letters to the individual that go with an introduction: that something is there to read, and the pocket card."""

from datetime import timedelta

from kith.access import clock, trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import Refused, refuse_if
from kith.introductions import rules
from kith.introductions.models import Introduction
from kith.people import reaching
from kith.people.actions import send_exactly, write_to
from kith.people.polite import polite_moment

from .holding import hold

TO_READ = "to individual: something to read"
POCKET_CARD = "to individual: pocket card"
WORDS = "What you said yes to is written down: {place}."
RESTS = "to individual: an introduction rests"
NO_WORD = "No word came from {place}, so that one rests. It says nothing about you. You can begin again any time."
OF_USE_FOR = timedelta(days=3)


def tell_of_their_yes(introduction: Introduction) -> None:
    """Somebody wrote down that they said yes: they are told there is something to read, by day; whoever likes to be
    told in person reads it on their own page."""
    write_to(
        introduction.individual,
        kind=TO_READ,
        cause=cause_of(introduction),
        words=WORDS.format(place=introduction.activity.name),
        goes_stale_at=polite_moment(clock.now()) + OF_USE_FOR,
    )


def cause_of(introduction: Introduction) -> str:
    """What its letters name as their cause."""
    return f"introduction {introduction.public_id}"


def rests_once(introduction: Introduction) -> str:
    """It rests once, and is told of once."""
    return f"rests {introduction.public_id}"


def tell_that_it_rests(introduction: Introduction) -> None:
    """Nobody is left waiting for an answer that does not come."""
    write_to(
        introduction.individual,
        kind=RESTS,
        cause=cause_of(introduction),
        once=rests_once(introduction),
        words=NO_WORD.format(place=introduction.activity.name),
        goes_stale_at=polite_moment(clock.now()) + OF_USE_FOR,
    )


@action
def send_card(*, introduction: Introduction, words: str, by: Actor) -> Introduction:
    """The pocket card as a message to the individual, in the very words that were shown."""
    hold(introduction)
    permit(by, Permission.WRITE_INTRODUCTIONS, introduction.individual)
    individual = introduction.individual
    channel, to = reaching.reached_at(individual)
    refuse_if(rules.cannot_send_card(individual, channel if to else ""))
    cause, stale = cause_of(introduction), clock.now() + OF_USE_FOR
    card = {"kind": POCKET_CARD, "cause": cause, "goes_stale_at": stale, "by_day": False}
    if not send_exactly(individual, body=words, **card):
        raise Refused("The card could not be sent. It can be printed, or copied by hand.")
    trail.record("pocket card sent", by=by, about=introduction, individual=individual)
    return introduction
