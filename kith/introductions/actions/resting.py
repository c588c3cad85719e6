"""Silence ends kindly: two weeks after a letter that nobody answered, the introduction rests, on all sides."""

from collections import Counter
from collections.abc import Callable
from datetime import date

from kith.access import clock, trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.sweeping import go_through, never_stops
from kith.introductions import life, queries
from kith.introductions.kinds_of_letter import TO_PLACE
from kith.introductions.models import Introduction, Report
from kith.outbox import queries as outbox

from .holding import hold
from .reporting import add_report, stop_sharing
from .telling import tell_that_it_rests

RESTS, NOTHING = "rests", "nothing"


def let_rest_what_nobody_answers(
    *, by: Actor, today: date | None = None, goes_on: Callable[[], bool] = never_stops
) -> Counter[str]:
    """Gives how many now rest. Each is an action of its own: the sweep may end anywhere and go on from there."""
    found = queries.to_rest(today or clock.today())
    return go_through(found, lambda introduction: let_rest(introduction=introduction, by=by), goes_on)


@action
def let_rest(*, introduction: Introduction, by: Actor) -> str:
    """No word came. The yes to the words ends with it, so the place's page is over; the individual hears it kindly,
    and it waits on the worker's Today until it was seen."""
    hold(introduction)
    permit(by, Permission.LET_REST, introduction.individual)
    if life.state_of(introduction) != life.State.ASKED or not _has_left(introduction):
        return NOTHING
    introduction.answer_seen_at = None
    introduction.save(update_fields=["answer_seen_at"])
    add_report(introduction, Report.Kind.RESTED, by=by)
    stop_sharing(introduction, by)
    tell_that_it_rests(introduction)
    trail.record("introduction rests", by=by, about=introduction, individual=introduction.individual)
    return RESTS


def _has_left(introduction: Introduction) -> bool:
    """A letter that never arrived is no silence of theirs: the worker was told to ring."""
    cause = f"introduction {introduction.public_id}"
    return outbox.has_left(introduction.individual.public_id, kind=TO_PLACE, cause=cause)
