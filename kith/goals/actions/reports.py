"""What somebody tells of a goal: went or not this time, a result."""

from datetime import date

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.people.writer import account_of, is_the_individual

from .. import rules
from ..models import CheckIn, Goal, Result
from ..models.words import number_in, seconds_in
from . import pressed_twice
from .wanting import heard


@action
def check_in(
    *,
    goal: Goal,
    went: bool,
    by: Actor,
    on: date | None = None,
    words: str = "",
    through: str = "",
    told_by: str = "",
) -> CheckIn:
    """Went, or not this time. A second answer for the same day counts instead; the first is kept.

    `through` is how it came in when not typed on a page; what came through a link of theirs counts as theirs.
    `told_by` is who told whoever types it now.
    """
    permit(by, Permission.SAY_HOW_IT_WENT, goal.individual)
    day = on or clock.today()
    refuse_if(rules.cannot_report_for(day, clock.today()) or rules.cannot_come_through(through, words))
    told = {"went": went, "words": words.strip(), "through": through, "told_by": told_by.strip()}
    told |= _sent_in(by, day) if through in CheckIn.SENT_IN else _told(goal, by, day)
    hold(goal)
    if again := pressed_twice.check_in(goal, told):
        return again
    report = goal.check_ins.create(**told)
    trail.record("check-in", by=by, about=report, individual=goal.individual)
    return report


@action
def add_result(*, goal: Goal, value: str, by: Actor, on: date | None = None, words: str = "") -> Result:
    """How it turned out, in the goal's own measure: “27:40” for a time."""
    permit(by, Permission.WRITE_GOALS, goal.individual)
    day = on or clock.today()
    hold(goal)
    refuse_if(rules.cannot_be_result(goal, value) or rules.cannot_report_for(day, clock.today()))
    if told := pressed_twice.result(goal, value, day, words, by):
        return told
    result = goal.results.create(
        value_words=value.strip(), number=_size(goal, value), words=words.strip(), **_told(goal, by, day)
    )
    heard(goal)
    trail.record("result added", by=by, about=result, individual=goal.individual)
    return result


@action
def take_back_result(*, result: Result, by: Actor) -> Result:
    """It was mistyped: it is kept, and stands on no page and in no line from now on."""
    permit(by, Permission.WRITE_GOALS, result.goal.individual)
    hold(result)
    if result.taken_back_at:
        return result
    result.taken_back_at = clock.now()
    result.save(update_fields=["taken_back_at"])
    trail.record("result taken back", by=by, about=result, individual=result.goal.individual)
    return result


@action
def move_entry(*, goal: Goal, entry: str, by: Actor) -> Goal:
    """How far they have come with a day to take part in: thinking, entered, done. Any move is fine, also back."""
    permit(by, Permission.WRITE_GOALS, goal.individual)
    hold(goal)
    refuse_if(rules.cannot_move_entry(goal, entry))
    if goal.entry == entry:
        return goal
    is_own = is_the_individual(by, goal.individual)
    goal.entry_moves.create(entry=entry, on=clock.today(), recorded_by_id=account_of(by), moved_by_individual=is_own)
    goal.entry = entry
    goal.save(update_fields=["entry"])
    trail.record("entry moved", by=by, about=goal, individual=goal.individual)
    return goal


def _told(goal: Goal, by: Actor, day: date) -> dict:
    return {
        "on": day,
        "recorded_by_id": account_of(by),
        "typed_by_individual": is_the_individual(by, goal.individual),
        "recorded_at": clock.now(),
    }


def _sent_in(by: Actor, day: date) -> dict:
    """An answer to a question of ours: theirs, with nobody signed in."""
    return {"on": day, "recorded_by_id": by.user_id, "typed_by_individual": True, "recorded_at": clock.now()}


def _size(goal: Goal, value: str) -> float | None:
    if goal.measured_in == Goal.Measure.TIME:
        return seconds_in(value)
    return number_in(value) if goal.measured_in == Goal.Measure.NUMBER else None
