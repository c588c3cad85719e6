"""A line to think about is put away by whoever read it."""

from kith.access import trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permit import NotPermitted
from kith.access.refusal import refuse_if
from kith.people import pointers
from kith.people.models import User


@action
def put_pointer_away(*, user: User, key: str, by: Actor) -> User:
    """It does not come back, on any page."""
    if by.user_id != user.pk:
        raise NotPermitted(f"{by.who} may not choose what somebody else reads")
    refuse_if(None if key in pointers.every() else "Please press one of the buttons.")
    user = User.objects.get(pk=user.pk)
    hold(user)
    kept = f"{pointers.PUT_AWAY}{key}"
    if kept not in user.hears:
        user.hears = [*user.hears, kept]
        user.save(update_fields=["hears"])
        trail.record("pointer put away", by=by, about=user)
    return user
