"""A worker would like to hear how something goes. The individual sees who asked; nothing is sent for it."""

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.people.writer import is_the_individual

from .. import rules
from ..models import Goal


@action
def would_like_to_hear(*, goal: Goal, by: Actor) -> Goal:
    """It stands on the individual's own pages until they have told, or whoever asked takes it back."""
    permit(by, Permission.WRITE_GOALS, goal.individual)
    hold(goal)
    refuse_if(rules.cannot_want_to_hear(goal, is_own=is_the_individual(by, goal.individual)))
    return _set(goal, by.user_id, by, "would like to hear of a goal")


@action
def need_not_hear(*, goal: Goal, by: Actor) -> Goal:
    """Whoever asked takes it back, or the individual takes it away."""
    permit(by, Permission.WRITE_GOALS, goal.individual)
    hold(goal)
    return _set(goal, None, by, "need not hear of a goal") if goal.wants_to_hear_id else goal


def heard(goal: Goal | None) -> None:
    """Within an action by which the individual told of it. A word before the day itself is not yet how it went."""
    if goal and goal.wants_to_hear_id and (goal.event_on is None or goal.event_on <= clock.today()):
        Goal.objects.filter(pk=goal.pk).update(wants_to_hear=None)


def _set(goal: Goal, user_id: int | None, by: Actor, said: str) -> Goal:
    if goal.wants_to_hear_id != user_id:
        goal.wants_to_hear_id = user_id
        goal.save(update_fields=["wants_to_hear"])
        trail.record(said, by=by, about=goal, individual=goal.individual)
    return goal
