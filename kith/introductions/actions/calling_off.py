"""A day that is not to be: it is taken away, and reaches whoever would set out, or a worker rings."""

from datetime import timedelta

from kith.access import clock, trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.introductions import still_on
from kith.introductions.models import Introduction, Report
from kith.people import actions as people
from kith.people import links
from kith.people import queries as who
from kith.people.writer import is_the_individual

from .holding import hold

RING = "to worker: ring before a visit"
NOT_ON_WORDS = "{place}: it is not on {day}. It is about them, not about you."
A_WEEK = timedelta(days=7)
NOTHING, TOLD = "nothing", "told"


def call_off(introduction: Introduction, by: Actor) -> None:
    """The day that was planned is no day any more, so that no page, card or calendar holds it; and whoever would set
    out for nothing hears of it. Within an action that has asked, and holds the introduction."""
    introduction.called_off_on, introduction.first_visit_on = introduction.first_visit_on, None
    is_theirs = is_the_individual(by, introduction.individual)
    introduction.told_off_at = clock.now() if is_theirs else None
    introduction.save(update_fields=["first_visit_on", "called_off_on", "told_off_at"])
    _pass_on(introduction)


def call_off_for(kind: str, introduction: Introduction, by: Actor) -> None:
    """A place that says “not this time” says so of the day that is planned too."""
    on = introduction.first_visit_on
    if kind == Report.Kind.HOST_NOT_NOW and on is not None and on >= clock.today():
        call_off(introduction, by)


def _pass_on(introduction: Introduction) -> None:
    """To the individual, in the way they chose and at an hour that is safe; else a worker rings."""
    if introduction.told_off_at:
        return
    individual, stale = introduction.individual, still_on.of_use_until(introduction)
    link = people.ask_through(
        individual=individual, about=introduction.public_id, ends_at=stale + A_WEEK, by=Actor.system()
    )
    day = still_on.off_words(introduction).removeprefix("It is not on ")
    people.write_to(
        individual,
        kind=still_on.NOT_ON,
        cause=f"introduction {introduction.public_id}",
        once=still_on.once(introduction),
        words=NOT_ON_WORDS.format(place=introduction.activity.name, day=day),
        read_at=links.address(link),
        by_day=False,
        pressing=f"It is about {day}.",
        goes_stale_at=stale,
    )
    have_them_rung(introduction=introduction, by=Actor.system())


@action
def have_them_rung(*, introduction: Introduction, by: Actor) -> str:
    """A worker is told, once, to ring before somebody sets out for nothing."""
    hold(introduction)
    permit(by, Permission.ASK_ABOUT_VISIT, introduction.individual)
    if introduction.told_off_at or introduction.rung_about_at or not introduction.called_off_on:
        return NOTHING
    if not still_on.may_not_reach_them(introduction, clock.now()):
        return NOTHING
    introduction.rung_about_at = clock.now()
    introduction.save(update_fields=["rung_about_at"])
    _tell_the_workers(introduction)
    trail.record("worker told to ring about a visit", by=by, about=introduction, individual=introduction.individual)
    return TOLD


def _tell_the_workers(introduction: Introduction) -> None:
    """Everybody who works with them, whoever covers too: one of them is there that day. On the day itself it goes at
    once, and before it where their hours would come too late."""
    day = still_on.day_begins(introduction.called_off_on) if introduction.called_off_on else None
    for user in {relation.user for relation in who.working_with(introduction.individual)}:
        people.write_to_worker(
            user,
            kind=RING,
            cause=f"introduction {introduction.public_id}",
            words="A first visit is not on. Please ring before somebody sets out.",
            subject="Please ring",
            once=f"ring {still_on.once(introduction)} {user.public_id}",
            before=day,
        )
