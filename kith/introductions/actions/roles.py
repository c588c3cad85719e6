"""What somebody is at a place, said by them or written down with them; what was said before stays."""

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.directory.models import Activity
from kith.introductions import roles
from kith.introductions.models import PlaceRole
from kith.people.models import Individual
from kith.people.writer import account_of, is_the_individual


@action
def say_role(*, individual: Individual, activity: Activity, role: str, by: Actor, words: str = "") -> PlaceRole:
    """From now on they are this there. The same said again is kept once."""
    permit(by, Permission.WRITE_INTRODUCTIONS, individual)
    hold(individual)
    now, words = roles.role_at(individual, activity), words.strip()
    refuse_if(roles.cannot_say(role, words, now))
    is_own = is_the_individual(by, individual)
    if now and (now.role, now.with_what, now.typed_by_individual) == (role, words, is_own):
        return now
    said = PlaceRole.objects.create(
        individual=individual,
        activity=activity,
        role=role,
        with_what=words,
        since=clock.today(),
        by_user_id=account_of(by),
        typed_by_individual=is_own,
        noted_at=clock.now(),
    )
    trail.record("role at a place said", by=by, about=said, individual=individual)
    return said
