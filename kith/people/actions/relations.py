"""Relations begin and end here, at an instant; ending one copies and moves nothing."""

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.design import phones
from kith.people import rules
from kith.people.models import Individual, Relation, Team, User

from .shares import stop_all


@action
def create_team(*, name: str, by: Actor) -> Team:
    """A team of workers who share local knowledge."""
    permit(by, Permission.MANAGE_TEAM)
    refuse_if(rules.cannot_be_named(name))
    team = Team.objects.create(name=name.strip())
    trail.record("team made", by=by, about=team)
    return team


@action
def join_team(*, user: User, team: Team, by: Actor) -> Relation:
    """From now on this user works in the team."""
    permit(by, Permission.MANAGE_TEAM, team=team)
    return _begin(Relation.Kind.MEMBERSHIP, user=user, team=team, by=by)


@action
def appoint_manager(*, user: User, team: Team, by: Actor) -> Relation:
    """From now on this user manages the team."""
    permit(by, Permission.MANAGE_TEAM, team=team)
    return _begin(Relation.Kind.MANAGEMENT, user=user, team=team, by=by)


@action
def open_partnership(
    *,
    worker: User,
    team: Team,
    called: str,
    by: Actor,
    full_name: str = "",
    user: User | None = None,
    phone: str = "",
    reached_by: str = Individual.Channel.EMAIL,
    near: tuple[float, float] | None = None,
) -> Relation:
    """A new notebook for one individual, kept with this worker from now on."""
    permit(by, Permission.MANAGE_TEAM, team=team)
    refuse_if(rules.cannot_be_named(called) or rules.cannot_open(user) or rules.cannot_be_rung(phone))
    latitude, longitude = near or (None, None)
    individual = Individual.objects.create(
        called=called.strip(),
        full_name=full_name.strip(),
        user=user,
        team=team,
        phone=phones.read(phone) or phone.strip(),
        reached_by=reached_by,
        latitude=latitude,
        longitude=longitude,
        opened_at=clock.now(),
    )
    return _begin(Relation.Kind.PARTNERSHIP, user=worker, individual=individual, by=by)


@action
def also_work_with(*, user: User, individual: Individual, by: Actor) -> Relation:
    """Another worker, peer or volunteer joins, beside the worker."""
    permit(by, Permission.OPEN_PARTNERSHIP, individual)
    return _begin(Relation.Kind.ALSO_WORKING_WITH, user=user, individual=individual, by=by)


@action
def cover(*, user: User, individual: Individual, by: Actor) -> Relation:
    """Somebody stands in for the worker while they are away."""
    permit(by, Permission.OPEN_PARTNERSHIP, individual)
    return _begin(Relation.Kind.COVER, user=user, individual=individual, by=by)


@action
def let_in(*, supporter: User, individual: Individual, by: Actor) -> Relation:
    """The individual lets somebody in. They see nothing until something is shared with them."""
    permit(by, Permission.WRITE_SHARES, individual)
    return _begin(Relation.Kind.SUPPORT, user=supporter, individual=individual, by=by)


@action
def end(*, relation: Relation, by: Actor) -> Relation:
    """Ends it now: the next request finds the door shut, and what was shared through it is shared no more."""
    permit(by, _asked_to_end(relation), relation.individual, relation.team)
    hold(relation)
    refuse_if(rules.cannot_end(relation))
    relation.ends_at = clock.now()
    relation.save(update_fields=["ends_at"])
    trail.record(f"{relation.kind} ended", by=by, about=relation, individual=relation.individual)
    if relation.kind == Relation.Kind.SUPPORT:
        stop_all(relation=relation, by=by)
    return relation


def _asked_to_end(relation: Relation) -> Permission:
    """Whoever the individual let in, they may send away again themselves."""
    if relation.kind == Relation.Kind.SUPPORT:
        return Permission.WRITE_SHARES
    return Permission.OPEN_PARTNERSHIP if relation.individual_id else Permission.MANAGE_TEAM


def _begin(kind: Relation.Kind, *, user: User, by: Actor, individual=None, team=None) -> Relation:
    relation = Relation.objects.create(kind=kind, user=user, individual=individual, team=team, starts_at=clock.now())
    trail.record(f"{kind.value} began", by=by, about=relation, individual=individual)
    return relation
