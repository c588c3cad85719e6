"""How pages look for somebody, kept with them wherever they sign in."""

from kith.access import trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permit import NotPermitted
from kith.design.looks import Look
from kith.people.models import User


@action
def choose_look(*, user: User, look: Look, by: Actor) -> None:
    """Their own choice alone: nobody chooses for somebody else."""
    if by.user_id != user.pk:
        raise NotPermitted(f"{by.who} may not choose how pages look for somebody else")
    user.look = look.chosen
    user.save(update_fields=["look"])
    trail.record("look chosen", by=by, about=user)
