"""That a place has no room, and that it has again."""

from datetime import date

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.local_knowledge import rules
from kith.local_knowledge.models import Full


@action
def say_full(*, activity, told_by: str, by: Actor, opens_on: date | None = None) -> Full:
    """There is no room until the day `opens_on`, or nobody knows until when. `told_by` is one of `Full.Told`. Said
    again, the newest word stands."""
    permit(by, Permission.SET_ON_TABLE)
    hold(activity)
    refuse_if(rules.cannot_be_full(opens_on, clock.today()))
    _end(activity)
    full = Full.objects.create(activity=activity, opens_on=opens_on, told_by=told_by, said_on=clock.today())
    trail.record("said to be full", by=by, about=activity)
    return full


@action
def say_room(*, activity, by: Actor) -> bool:
    """There is room again. Gives whether it was full."""
    permit(by, Permission.SET_ON_TABLE)
    hold(activity)
    was_full = _end(activity)
    trail.record("said to have room", by=by, about=activity)
    return was_full


def _end(activity) -> bool:
    still = Full.objects.filter(activity=activity, ended_on__isnull=True)
    return bool(still.update(ended_on=clock.today()))
