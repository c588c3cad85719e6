"""What a worker shows of themselves beforehand."""

from kith.access import trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permit import NotPermitted
from kith.access.refusal import refuse_if
from kith.people import reasons
from kith.people.models import User


@action
def show_interests(*, user: User, interests: list[str], by: Actor) -> User:
    """At most three things a worker likes, in their own words. Nobody writes them for somebody else."""
    if by.user_id != user.pk:
        raise NotPermitted(f"{by.who} may not write what somebody else likes")
    user = User.objects.get(pk=user.pk)
    hold(user)
    written = [words.strip() for words in interests if words.strip()]
    refuse_if(reasons.cannot_show_interests(written))
    user.interests = written
    user.save(update_fields=["interests"])
    trail.record("interests changed", by=by, about=user)
    return user
