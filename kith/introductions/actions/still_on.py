"""“Still on?”: the place is asked that morning; a day that is not to be reaches the individual, or a worker rings."""

from collections import Counter
from collections.abc import Callable
from datetime import date

from django.conf import settings

from kith.access import clock, trail
from kith.access.actions import action
from kith.access.actor import Actor, Role
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.access.sweeping import go_through, never_stops
from kith.introductions import letters, queries, still_on, wording
from kith.introductions.going import StillOn
from kith.introductions.human import human_of
from kith.introductions.kinds_of_letter import STILL_ON
from kith.introductions.models import Introduction, Report
from kith.outbox.actions import NotPosted, post
from kith.people import actions as people
from kith.people.models import Link

from .calling_off import call_off, have_them_rung
from .holding import hold
from .reporting import add_report

ASKED, NOTHING, NO_WAY = "asked", "nothing", "no way"


def ask_whether_still_on(
    *, by: Actor, today: date | None = None, goes_on: Callable[[], bool] = never_stops
) -> Counter[str]:
    """Writes to every place that agreed to be asked and whose hour has come, once; and has a worker ring wherever an
    individual may not have heard that it is off. Each is an action of its own, so that it may end anywhere."""
    day = today or clock.today()

    def ask(introduction: Introduction) -> str:
        is_due = still_on.is_due(introduction, clock.now())
        return ask_still_on(introduction=introduction, by=by) if is_due else NOTHING

    here_still = go_through(still_on.were_asked(day), lambda each: ring_instead(introduction=each, by=by), goes_on)
    asked = go_through(still_on.to_be_asked(day), ask, goes_on) + Counter({NO_WAY: here_still[NO_WAY]})
    return asked + go_through(
        still_on.to_ring_about(day), lambda each: have_them_rung(introduction=each, by=by), goes_on
    )


@action
def ask_still_on(*, introduction: Introduction, by: Actor) -> str:
    """One short letter with two answers, while the yes holds. A letter that cannot be posted leaves it to ringing."""
    hold(introduction)
    permit(by, Permission.ASK_ABOUT_VISIT, introduction.individual)
    if not (still_on.is_due(introduction, clock.now()) and queries.is_open_to_host(introduction)):
        return NOTHING
    is_posted = _may_write(introduction) and _post(introduction, by)
    told = "place asked: still on" if is_posted else "place asked: still on; the letter could not be posted"
    introduction.still_on_asked_on = clock.today() if is_posted else None
    introduction.still_on = introduction.still_on if is_posted else StillOn.RING
    introduction.save(update_fields=["still_on_asked_on", "still_on"])
    trail.record(told, by=by, about=introduction, individual=introduction.individual)
    return ASKED if is_posted else NO_WAY


@action
def ring_instead(*, introduction: Introduction, by: Actor) -> str:
    """A question that did not leave asks nobody: it stands on Today, and the letter stays here."""
    hold(introduction)
    permit(by, Permission.ASK_ABOUT_VISIT, introduction.individual)
    is_waiting = introduction.still_on_asked_on is not None and introduction.still_on == StillOn.WRITE
    is_answered = still_on.said_of_today(introduction) is not None
    if not is_waiting or is_answered or not still_on.did_not_leave(introduction, clock.now()):
        return NOTHING
    introduction.still_on_asked_on, introduction.still_on = None, StillOn.RING
    introduction.save(update_fields=["still_on_asked_on", "still_on"])
    trail.record("place to be rung: still on", by=by, about=introduction, individual=introduction.individual)
    return NO_WAY


@action
def tell_of_the_day(*, introduction: Introduction, kind: str, by: Actor, words: str = "") -> Report | None:
    """Still on, or not on that day: from the place by its link, or from whoever heard of it. Pressed twice it is told
    once. What is off is off: the individual hears of it at once, in the way they chose."""
    hold(introduction)
    is_host = Role.HOST in by.roles
    permit(by, Permission.ANSWER_AS_HOST if is_host else Permission.WRITE_INTRODUCTIONS, introduction.individual)
    if kind == Report.Kind.NOT_TODAY and introduction.called_off_on:
        return None
    refuse_if(still_on.cannot_tell(introduction, kind, is_host=is_host))
    said = add_report(introduction, kind, by=by, words=words)
    introduction.still_on_asked_on = clock.today()
    introduction.save(update_fields=["still_on_asked_on"])
    trail.record(f"introduction: {said.kind}", by=by, about=introduction, individual=introduction.individual)
    if kind == Report.Kind.NOT_TODAY:
        call_off(introduction, by)
    return said


@action
def know_it_is_off(*, introduction: Introduction, by: Actor) -> Introduction:
    """The individual knows: they pressed so themselves, or a worker has told them."""
    hold(introduction)
    holds_link = Role.VISITOR in by.roles
    permit(by, Permission.SAY_HOW_IT_WENT if holds_link else Permission.WRITE_INTRODUCTIONS, introduction.individual)
    introduction.told_off_at = introduction.told_off_at or clock.now()
    introduction.save(update_fields=["told_off_at"])
    trail.record("known that it is not on", by=by, about=introduction, individual=introduction.individual)
    return introduction


def _may_write(introduction: Introduction) -> bool:
    """A letter names a human and a number to ring, and nothing on its way names a service."""
    return bool(human_of(introduction).number) and not wording.service_words(letters.way())


def _post(introduction: Introduction, by: Actor) -> bool:
    """One recipient, plain text, from a neutral address; of no use once it has begun."""
    until = still_on.of_use_until(introduction)
    link = people.ask_through(
        individual=introduction.individual,
        about=introduction.public_id,
        ends_at=until,
        purpose=Link.Purpose.HOST,
        by=by,
    )
    try:
        post(
            kind=STILL_ON,
            channel="email",
            to=introduction.activity.email,
            sender=settings.INTRODUCTION_SENDER,
            subject=letters.still_on_subject(introduction),
            body=letters.still_on_body(introduction, link),
            cause=f"introduction {introduction.public_id}",
            individual_ref=introduction.individual.public_id,
            takes_replies=True,
            goes_stale_at=until,
            once=still_on.asked_once(introduction),
            now=clock.now(),
        )
    except NotPosted:
        return False
    return True
