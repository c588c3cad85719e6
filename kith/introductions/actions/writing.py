"""Writing to a place: one letter to one address, after the yes and never before it; and its answer."""

from django.conf import settings

from kith.access import clock, trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import Refused, refuse_if
from kith.introductions import letters, queries, rules
from kith.introductions.human import human_of
from kith.introductions.kinds_of_letter import IN_WRITING, TO_PLACE
from kith.introductions.models import Introduction, Report
from kith.local_knowledge import queries as local_knowledge
from kith.local_knowledge.actions import say_room
from kith.local_knowledge.models import Full
from kith.outbox.actions import NotPosted, post
from kith.people import actions as people
from kith.people.models import Link

from .calling_off import call_off_for
from .holding import hold, hold_with_its_yes
from .reporting import add_report, keep_their_answer


@action
def send_message(*, introduction: Introduction, by: Actor) -> Report:
    """The letter as it was shown, with a link for the place alone. Pressed twice, it leaves once."""
    hold_with_its_yes(introduction)
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
    _post(introduction, TO_PLACE, letters.body(introduction, link))
    said = add_report(
        introduction, Report.Kind.WROTE, words=letters.as_shown(introduction, queries.LINK_TO_COME), by=by
    )
    trail.record("introduction sent", by=by, about=introduction, individual=individual)
    return said


@action
def put_in_writing(*, introduction: Introduction, by: Actor) -> Report:
    """Two lines after a call, for a place that asked for them: nothing to press. Pressed twice, they leave once."""
    hold_with_its_yes(introduction)
    permit(by, Permission.WRITE_INTRODUCTIONS, introduction.individual)
    refuse_if(rules.cannot_go_on(queries.is_over(introduction)))
    refuse_if(rules.cannot_put_in_writing(introduction, clock.now(), letters.way(), human_of(introduction)))
    if already := introduction.reports.filter(kind=Report.Kind.IN_WRITING).first():
        return already
    words = letters.in_writing(introduction)
    _post(introduction, IN_WRITING, words)
    said = add_report(introduction, Report.Kind.IN_WRITING, words=words, by=by)
    trail.record("put in writing", by=by, about=introduction, individual=introduction.individual)
    return said


@action
def answer_as_host(*, introduction: Introduction, kind: str, by: Actor, words: str = "") -> Report:
    """What the place answers by one press. The same answer twice is kept once; another one takes its place."""
    hold_with_its_yes(introduction)
    permit(by, Permission.ANSWER_AS_HOST, introduction.individual)
    refuse_if(None if queries.is_open_to_host(introduction) else rules.OVER_FOR_THE_PLACE)
    refuse_if(rules.cannot_answer(introduction, kind, clock.today()))
    said = queries.host_answer(introduction)
    if said and (said.kind, said.words) == (kind, words.strip()):
        return said
    introduction.answer_seen_at = None
    introduction.save(update_fields=["answer_seen_at"])
    said = add_report(introduction, kind, by=by, words=words)
    _end_their_full(introduction, kind)
    trail.record("host answered", by=by, about=introduction, individual=introduction.individual)
    call_off_for(kind, introduction, by)
    return said


@action
def note_their_answer(*, introduction: Introduction, kind: str, by: Actor) -> Report:
    """What the place wrote back in its own words, as the worker who has read them says: yes, just turn up, a question
    or not this time."""
    hold(introduction)
    permit(by, Permission.WRITE_INTRODUCTIONS, introduction.individual)
    said = keep_their_answer(introduction, kind, by)
    trail.record("answer noted", by=by, about=introduction, individual=introduction.individual)
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


def _end_their_full(introduction: Introduction, kind: str) -> None:
    """Whoever said that they are full, and then welcomes somebody, has room: the first may have been a slip."""
    full = local_knowledge.full_now(introduction.activity) if kind in queries.WELCOME else None
    if full and full.told_by == Full.Told.PLACE:
        say_room(activity=introduction.activity, by=Actor.at_own_address())


def _post(introduction: Introduction, kind: str, body: str) -> None:
    """One recipient, plain text, from a neutral address. An ordinary answer finds the introduction."""
    try:
        post(
            kind=kind,
            channel="email",
            to=introduction.activity.email,
            sender=settings.INTRODUCTION_SENDER,
            subject=letters.SUBJECT,
            body=body,
            cause=f"introduction {introduction.public_id}",
            individual_ref=introduction.individual.public_id,
            takes_replies=True,
            goes_stale_at=introduction.share.ends_at,
            now=clock.now(),
        )
    except NotPosted as problem:
        raise Refused(str(problem)) from problem
