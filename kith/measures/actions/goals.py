"""A number for one's own goal; levels in one's own words, and which of them was reached."""

from collections.abc import Sequence
from datetime import date

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.goals.models import Goal
from kith.people.writer import account_of, is_the_individual

from .. import queries, rules
from ..models import Response, Scale
from ..packs import LEVEL, RATING
from ..queries.kept import attainment_measure
from .kept_answers import How, kept, of_one_goal


@action
def rate(
    *,
    goal: Goal,
    value: int,
    by: Actor,
    how: str = How.OWN,
    words: str = "",
    on: date | None = None,
    keeps: bool = False,
) -> Response:
    """How it is going with this goal, from 0 to 10. `keeps`: nobody but the individual reads it."""
    permit(by, Permission.WRITE_MEASURES, goal.individual)
    hold(goal)
    day, measure = on or clock.today(), queries.own_rating(clock.today())
    refuse_if(
        rules.cannot_be_of_goal(goal, measure, clock.today())
        or rules.cannot_rate(value)
        or _cannot_tell(goal, day, how, words, by, keeps=keeps)
    )
    told = of_one_goal(goal, day, how, words, keeps=keeps, by=by)
    assert measure is not None  # the rule looked
    response, is_new = kept(measure, goal.individual, {RATING: (str(value),)}, by, **told)
    if is_new:
        trail.record("goal rated", by=by, about=response, individual=goal.individual)
    return response


@action
def set_levels(*, goal: Goal, levels: Sequence[str], by: Actor, weight: int = 1) -> Scale:
    """What much less, less, as expected, more and much more would be for this goal, in somebody's own words. Other
    words or another weight are another version."""
    permit(by, Permission.WRITE_MEASURES, goal.individual)
    hold(goal)
    measure = attainment_measure(clock.today())
    refuse_if(rules.cannot_be_of_goal(goal, measure, clock.today()) or rules.cannot_set_levels(levels, weight))
    told = {"levels": [level.strip() for level in levels], "weight": weight}
    latest = queries.scale_of(goal)
    if latest and (latest.levels, latest.weight) == (told["levels"], weight):
        return latest
    scale = goal.scales.create(
        number=latest.number + 1 if latest else 1,
        set_on=clock.today(),
        recorded_by_id=account_of(by),
        typed_by_individual=is_the_individual(by, goal.individual),
        recorded_at=clock.now(),
        **told,
    )
    trail.record("levels of a goal set", by=by, about=scale, individual=goal.individual)
    return scale


@action
def reach(
    *,
    goal: Goal,
    level: int,
    by: Actor,
    how: str = How.OWN,
    words: str = "",
    on: date | None = None,
    keeps: bool = False,
) -> Response:
    """Which of the five levels (-2 to 2) it is now."""
    permit(by, Permission.WRITE_MEASURES, goal.individual)
    hold(goal)
    day, measure, scale = on or clock.today(), attainment_measure(clock.today()), queries.scale_of(goal)
    refuse_if(
        rules.cannot_be_of_goal(goal, measure, clock.today())
        or rules.cannot_reach(scale, level, day)
        or _cannot_tell(goal, day, how, words, by, keeps=keeps)
    )
    told = of_one_goal(goal, day, how, words, keeps=keeps, by=by)
    assert measure is not None  # the rule looked
    response, is_new = kept(measure, goal.individual, {LEVEL: (str(level),)}, by, scale=scale, **told)
    if is_new:
        trail.record("level of a goal told", by=by, about=response, individual=goal.individual)
    return response


def _cannot_tell(goal: Goal, on: date, how: str, words: str, by: Actor, *, keeps: bool) -> str | None:
    is_own = is_the_individual(by, goal.individual)
    if keeps and not is_own:
        return f"Only {goal.individual.called} can choose that."
    reason = rules.cannot_tell_of(on, clock.today()) or rules.cannot_fit(words)
    return reason or rules.cannot_be_how(how, is_own=is_own)
