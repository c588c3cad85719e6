"""An account rests: nobody signs in with it, and what waited for them waits for the team. It can be woken again."""

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.conversations.models import Draft
from kith.people import actions as people
from kith.people.known_by import who_looks_after
from kith.people.models import User
from kith.people.there import who_is_there
from kith.upkeep import queries, rules

from .passing_on import pass_on_draft, to_the_team_untold

RESTS = "to worker: an account rests"  # not told of in `hearing`: nobody switches it off


@action
def rest(*, user: User, by: Actor) -> User:
    """From this instant: every page that is open stops at its next press. Who works with whom stays as it is,
    until the team's manager names somebody else; then, and not before, people are told. The manager is told at once."""
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
    _pass_on_drafts(user, by)
    left = queries.left_by(user)
    to_the_team_untold(queries.open_messages(user))
    for each in left:
        _tell(each)
    trail.record("account rests", by=by, about=user)


def _pass_on_drafts(user: User, by: Actor) -> None:
    """What was begun goes to whoever is there for that person. With nobody there it stays as it is, is told of, and
    goes along when somebody takes over."""
    for draft in Draft.objects.filter(author=user).select_related("individual").order_by("pk"):
        there = who_is_there(draft.individual, clock.now())
        if there.user and pass_on_draft(draft, there.user):
            trail.record("what was begun passed on", by=by, about=user, individual=draft.individual)


def _tell(left: queries.Left) -> None:
    """At once, in one letter: what waits there now, in numbers. It names nobody they support."""
    for somebody in who_looks_after(left.team):
        people.write_to_worker(
            somebody,
            kind=RESTS,
            cause=f"account {left.user.public_id}",
            words=f"{left.user.first_name}’s account rests. What waits for somebody: {left.words}.",
            once=f"rests {left.user.public_id} {somebody.public_id} {left.team_key} {clock.now():%d%m%y%H%M}",
        )
