"""An account rests: nobody signs in with it, and what waited for them waits for the team. It can be woken again."""

from kith.access import trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.people.models import User
from kith.upkeep import queries, rules

from .passing_on import to_the_team


@action
def rest(*, user: User, by: Actor) -> User:
    """From this instant: every page that is open stops at its next press. Who works with whom stays as it is,
    until the team's manager names somebody else; then, and not before, people are told."""
    permit(by, Permission.MANAGE_ACCOUNTS)
    hold(user)
    refuse_if(rules.cannot_rest(user, by.user_id, queries.is_last_administrator(user)))
    rest_now(user, by=by)
    return user


@action
def wake(*, user: User, by: Actor) -> User:
    """They can sign in again. What went to the team stays with the team."""
    permit(by, Permission.MANAGE_ACCOUNTS)
    hold(user)
    refuse_if(rules.cannot_wake(user))
    user.is_active = True
    user.save(update_fields=["is_active"])
    trail.record("account woken up", by=by, about=user)
    return user


def rest_now(user: User, *, by: Actor) -> None:
    """Within an action that has asked. A session is bound to the password that nobody knows: it changes too."""
    user.is_active = False
    user.set_unusable_password()
    user.save(update_fields=["is_active", "password"])
    for session in queries.sessions_of(user):
        session.delete()
    to_the_team(queries.open_messages(user))
    trail.record("account rests", by=by, about=user)
