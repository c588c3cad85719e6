"""What happens again and again: a regular time of a listing, or what somebody does every week."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from kith.directory.models import Times
from kith.directory.occurrences import rule
from kith.goals.models import Goal
from kith.interop.events import Event, uid_of
from kith.interop.titles import Told

from .reach import Reach, Span

NOT_SURE = "Which weeks it is on is not sure. Please ring first."


def of_times(times: Times, uid: str, told: Told, span: Span) -> Iterator[Event]:
    """One regular time over some days; nothing where it is not known when that is."""
    repeats = rule(times, span.first, span.last, span.since)
    if repeats is None:
        return
    is_whole_day = times.starts is None
    yield Event(
        uid=uid,
        title=told.title,
        place=told.place,
        starts=repeats.first,
        ends=repeats.first + timedelta(days=1) if is_whole_day else repeats.ends,
        words="" if repeats.is_sure else NOT_SURE,
        is_free=is_whole_day,
        repeats=repeats,
    )


def key_of(times: Times) -> str:
    """What tells one time of a listing from its others, also after it was put right."""
    return f"{times.weekday} {times.starts} {times.week_of_month}"


def of_goal(goal: Goal, told: Told, reach: Reach) -> Iterator[Event]:
    """A commitment on its weekday, from the day it was set. The listing's days off are its days off too."""
    if goal.weekday is None:
        return
    span = reach.span_since(goal.set_on)
    if not goal.is_in_play:
        span = replace(span, last=goal.state_changed_on)
    yield from of_times(_times_of(goal), uid_of("goal", goal.public_id), told, span)


def _times_of(goal: Goal) -> Times:
    """The listing's own time on that weekday, where it has one, at the hour the goal says."""
    listed = [each for each in goal.activity.times.all() if each.weekday == goal.weekday] if goal.activity else []
    same_hour = [each for each in listed if each.starts == goal.at_time]
    found = (same_hour or listed or [Times(weekday=goal.weekday)])[0]
    starts = goal.at_time or found.starts
    return Times(
        weekday=goal.weekday,
        starts=starts,
        ends=found.ends if starts == found.starts else None,
        frequency=found.frequency,
        week_of_month=found.week_of_month,
        valid_from=found.valid_from,
        valid_until=found.valid_until,
        not_on=found.not_on,
        term_times_only=found.term_times_only,
    )
