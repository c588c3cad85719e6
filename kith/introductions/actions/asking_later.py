"""“Still going?”, some weeks later: chosen by the individual alone, asked once, and left be whatever comes of it."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta

from kith.access import clock, trail
from kith.access.actions import action
from kith.access.actor import Actor, Role
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.access.sweeping import go_through, never_stops
from kith.introductions import still_going
from kith.introductions.models import Introduction
from kith.people import actions as people
from kith.people import links
from kith.people.writer import is_the_individual

from .holding import hold

STILL_GOING = "to individual: still going"
WORDS = "Do you still go to {place}? Either answer is fine."
OF_USE_FOR, LINK_LIVES_FOR = timedelta(days=3), timedelta(days=14)
ASKED, NO_WAY, NOTHING = "asked", "no way", "nothing"


@action
def choose_to_be_asked(*, introduction: Introduction, by: Actor) -> Introduction:
    """Ask me again in a few weeks: their own choice, on their page or by their link."""
    hold(introduction)
    holds_link = Role.VISITOR in by.roles
    permit(by, Permission.SAY_HOW_IT_WENT if holds_link else Permission.WRITE_INTRODUCTIONS, introduction.individual)
    if introduction.ask_again_on is not None:
        return introduction
    is_theirs = holds_link or is_the_individual(by, introduction.individual)
    refuse_if(still_going.cannot_choose(introduction, is_theirs=is_theirs))
    introduction.ask_again_on = clock.today() + still_going.IN_A_FEW_WEEKS
    introduction.save(update_fields=["ask_again_on"])
    trail.record("to be asked: still going", by=by, about=introduction, individual=introduction.individual)
    return introduction


def ask_who_still_goes(
    *, by: Actor, today: date | None = None, goes_on: Callable[[], bool] = never_stops
) -> Counter[str]:
    """One letter each. Every one is an action of its own, so that it may end anywhere."""
    found = still_going.to_be_asked(today or clock.today())
    return go_through(found, lambda each: ask_if_still_going(introduction=each, by=by), goes_on)


@action
def ask_if_still_going(*, introduction: Introduction, by: Actor) -> str:
    """Once, whatever becomes of the letter."""
    hold(introduction)
    individual = introduction.individual
    permit(by, Permission.ASK_ABOUT_VISIT, individual)
    if introduction.asked_again_on is not None:
        return NOTHING
    introduction.asked_again_on = clock.today()
    introduction.save(update_fields=["asked_again_on"])
    ends = clock.now() + LINK_LIVES_FOR
    link = people.ask_through(individual=individual, about=introduction.public_id, ends_at=ends, by=by)
    letter = people.write_to(
        individual,
        kind=STILL_GOING,
        cause=f"introduction {introduction.public_id}",
        once=f"still going {introduction.public_id}",
        words=WORDS.format(place=introduction.activity.name),
        read_at=links.address(link),
        goes_stale_at=clock.now() + OF_USE_FOR,
    )
    trail.record("asked: still going", by=by, about=introduction, individual=individual)
    return ASKED if letter else NO_WAY
