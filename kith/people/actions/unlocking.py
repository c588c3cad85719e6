"""A worker's own number for taking a screen back."""

from django.contrib.auth.hashers import make_password

from kith.access import trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permit import NotPermitted
from kith.access.refusal import refuse_if
from kith.people import rules
from kith.people.models import User


@action
def set_unlock_number(*, user: User, number: str, by: Actor) -> None:
    """Only for oneself. Only a hash of it is kept."""
    if by.user_id != user.pk:
        raise NotPermitted(f"{by.who} may not choose a number for somebody else")
    refuse_if(rules.cannot_unlock_with(number))
    user.unlocks_with = make_password(number)
    user.save(update_fields=["unlocks_with"])
    trail.record("unlock number set", by=by, about=user)
