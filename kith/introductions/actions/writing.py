"""Writing to a place: one letter to one address, after the yes and never before it; and its answer."""

from django.conf import settings

from kith.access import clock, trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import Refused, refuse_if
from kith.introductions import letters, queries, rules
from kith.introductions.models import Introduction, Report
from kith.outbox.actions import NotPosted, post
from kith.people import actions as people
from kith.people.models import Link

from .holding import hold
from .reporting import add_report

TO_PLACE = "to place: introduction"


@action
def send_message(*, introduction: Introduction, by: Actor) -> Report:
    """The letter as it was shown, with a link for the place alone. Pressed twice, it leaves once."""
    hold(introduction)
    individual = introduction.individual
    permit(by, Permission.WRITE_INTRODUCTIONS, individual)
    refuse_if(rules.cannot_go_on(queries.is_over(introduction)))
    refuse_if(rules.cannot_send(introduction, clock.now(), letters.way()))
    if already := introduction.reports.filter(kind=Report.Kind.WROTE).first():
        return already
    link = people.give_link(
        purpose=Link.Purpose.HOST,
        individual=individual,
        about=introduction.public_id,
        ends_at=introduction.share.ends_at,
        by=by,
    )
    _post(introduction, letters.body(introduction, link))
    said = add_report(
        introduction, Report.Kind.WROTE, words=letters.as_shown(introduction, queries.LINK_TO_COME), by=by
    )
    trail.record("introduction sent", by=by, about=introduction, individual=individual)
    return said


@action
def answer_as_host(*, introduction: Introduction, kind: str, by: Actor, words: str = "") -> Report:
    """What the place answers by one press. The same answer twice is kept once; another one takes its place."""
    hold(introduction)
    permit(by, Permission.ANSWER_AS_HOST, introduction.individual)
    refuse_if(rules.cannot_answer(introduction, kind, clock.today()))
    said = queries.host_answer(introduction)
    if said and (said.kind, said.words) == (kind, words.strip()):
        return said
    introduction.answer_seen_at = None
    introduction.save(update_fields=["answer_seen_at"])
    said = add_report(introduction, kind, by=by, words=words)
    trail.record("host answered", by=by, about=introduction, individual=introduction.individual)
    return said


@action
def see_answer(*, introduction: Introduction, by: Actor) -> Introduction:
    """A worker has read what the place answered, or what the individual would like; it no longer waits on Today."""
    hold(introduction)
    permit(by, Permission.WRITE_INTRODUCTIONS, introduction.individual)
    introduction.answer_seen_at, introduction.asks_for = introduction.answer_seen_at or clock.now(), ""
    introduction.save(update_fields=["answer_seen_at", "asks_for"])
    trail.record("answer read", by=by, about=introduction, individual=introduction.individual)
    return introduction


def _post(introduction: Introduction, body: str) -> None:
    """One recipient, plain text, from a neutral address."""
    try:
        post(
            kind=TO_PLACE,
            channel="email",
            to=introduction.activity.email,
            sender=settings.INTRODUCTION_SENDER,
            subject=letters.SUBJECT,
            body=body,
            cause=f"introduction {introduction.public_id}",
            individual_ref=introduction.individual.public_id,
            goes_stale_at=introduction.share.ends_at,
            now=clock.now(),
        )
    except NotPosted as problem:
        raise Refused(str(problem)) from problem
