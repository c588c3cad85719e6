"""Silence ends kindly: two weeks after a letter that nobody answered, the introduction rests, on all sides."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date

from kith.access import clock, trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.sweeping import go_through_together, never_stops
from kith.introductions import life, queries
from kith.introductions.kinds_of_letter import TO_PLACE
from kith.introductions.models import Introduction, Report
from kith.outbox import queries as outbox
from kith.outbox.actions import posted_together

from .holding import hold_some
from .reporting import report_of, stop_sharing
from .telling import cause_of, rests_once, tell_that_it_rests

RESTS, NOTHING = "rests", "nothing"


def let_rest_what_nobody_answers(
    *, by: Actor, today: date | None = None, goes_on: Callable[[], bool] = never_stops
) -> Counter[str]:
    """Gives how many now rest. The sweep may end anywhere and go on from there."""
    found = queries.to_rest(today or clock.today())
    return go_through_together(found, lambda few: let_rest(introductions=few, by=by), goes_on)


@action
def let_rest(*, introductions: Iterable[Introduction], by: Actor) -> Counter[str]:
    """No word came. The yes to the words ends with it, so the place's page is over; the individual hears it kindly,
    and it waits on the worker's Today until it was seen. All of these, or none."""
    held = hold_some(introductions)
    for each in held:
        permit(by, Permission.LET_REST, each.individual)
    silent = _from_whom_no_word_came(held)
    Report.objects.bulk_create(report_of(each, Report.Kind.RESTED, by=by) for each in silent)
    Introduction.objects.filter(pk__in=[each.pk for each in silent]).update(answer_seen_at=None)
    stop_sharing(silent, by)
    with posted_together(map(rests_once, silent)):
        for each in silent:
            tell_that_it_rests(each)
            trail.record("introduction rests", by=by, about=each, individual=each.individual)
    return Counter({RESTS: len(silent), NOTHING: len(held) - len(silent)})


def _from_whom_no_word_came(introductions: list[Introduction]) -> list[Introduction]:
    """A letter that never arrived is no silence of theirs: the worker was told to ring."""
    asked = [each for each in introductions if life.state_of(each) == life.State.ASKED]
    left = outbox.that_left([each.individual.public_id for each in asked], kind=TO_PLACE)
    return [each for each in asked if cause_of(each) in left]
