"""What Kith may tell a worker, and when: their own choice alone."""

from datetime import time

from kith.access import trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permit import NotPermitted
from kith.access.refusal import refuse_if
from kith.people import hearing, pointers
from kith.people.models import User


@action
def choose_what_to_hear(*, user: User, off: list[str], begins: time, ends: time, days: list[int], by: Actor) -> User:
    """Which kinds are switched off, and the hours and weekdays at which Kith may write."""
    if by.user_id != user.pk:
        raise NotPermitted(f"{by.who} may not choose what somebody else hears")
    user = User.objects.get(pk=user.pk)
    hold(user)
    refuse_if(hearing.cannot_hear(begins, ends, days))
    user.hears, user.hears_days = sorted({*off, *_put_away(user, off)}), sorted(days)
    user.hears_from, user.hears_until = begins, ends
    user.save(update_fields=["hears", "hears_from", "hears_until", "hears_days"])
    trail.record("what they hear chosen", by=by, about=user)
    return user


def _put_away(user: User, off: list[str]) -> list[str]:
    """Lines put away one by one stay so; whoever switches them all off and on again begins afresh."""
    return [] if pointers.NONE_AT_ALL in off else pointers.put_away_by(user)
