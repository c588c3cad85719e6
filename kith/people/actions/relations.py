"""Relations begin and end here, at an instant; ending one copies and moves nothing."""

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.design import phones
from kith.people import queries, reasons, rules
from kith.people.models import Individual, Relation, Team, User

from .covering import cover_whoever_is_away, stop_covering
from .shares import stop_all


@action
def create_team(*, name: str, by: Actor, kind: str = Team.Kind.ASSESSMENT) -> Team:
    """A team of workers who share local knowledge."""
    permit(by, Permission.MANAGE_TEAM)
    refuse_if(rules.cannot_be_named(name))
    team = Team.objects.create(name=name.strip(), kind=kind)
    trail.record("team made", by=by, about=team)
    return team


@action
def join_team(*, user: User, team: Team, by: Actor) -> Relation:
    """From now on this user works in the team."""
    permit(by, Permission.MANAGE_TEAM, team=team)
    return begin(Relation.Kind.MEMBERSHIP, user=user, team=team, by=by)


@action
def appoint_manager(*, user: User, team: Team, by: Actor) -> Relation:
    """From now on this user manages the team."""
    permit(by, Permission.MANAGE_TEAM, team=team)
    return begin(Relation.Kind.MANAGEMENT, user=user, team=team, by=by)


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
    email: str = "",
    near: tuple[float, float] | None = None,
    sets_out_from: str = "",
    opened_from: str = "",
) -> Relation:
    """A new notebook for one individual, kept with this worker from now on."""
    permit(by, Permission.OPEN_NOTEBOOK, team=team)
    refuse_if(rules.cannot_be_named(called) or rules.cannot_open(user) or rules.cannot_be_rung(phone))
    refuse_if(reasons.cannot_use_address(email) or reasons.cannot_work_with_themselves(worker, user))
    kept = {"user": user, "team": team, "reached_by": reached_by, "sets_out_from": sets_out_from}
    individual = _notebook(
        near,
        called=called,
        full_name=full_name,
        phone=phones.read(phone) or phone.strip(),
        email=email.strip().lower(),
        opened_from=opened_from or None,
        **kept,
    )
    return begin(Relation.Kind.PARTNERSHIP, user=worker, individual=individual, by=by)


def _notebook(near: tuple[float, float] | None, *, called: str, full_name: str, **about) -> Individual:
    latitude, longitude = near or (None, None)
    about |= {"latitude": latitude, "longitude": longitude, "opened_at": clock.now()}
    return Individual.objects.create(called=called.strip(), full_name=full_name.strip(), **about)


@action
def end(*, relation: Relation, by: Actor) -> Relation:
    """Ends it now: the next request finds the door shut, and what was shared through it is shared no more."""
    permit(by, _asked_to_end(relation), relation.individual, relation.team)
    hold(relation)
    refuse_if(rules.cannot_end(relation, clock.now()))
    end_now(relation, by=by)
    if relation.kind == Relation.Kind.SUPPORT:
        stop_all(relation=relation, by=by)
    if relation.kind == Relation.Kind.PARTNERSHIP and relation.individual is not None:
        stop_covering(relation.individual, relation.user, by)
    return relation


def _asked_to_end(relation: Relation) -> Permission:
    """Whoever the individual let in, they may send away again themselves."""
    if relation.kind == Relation.Kind.SUPPORT:
        return Permission.WRITE_SHARES
    return Permission.OPEN_PARTNERSHIP if relation.individual_id else Permission.MANAGE_TEAM


def begin(kind: Relation.Kind, *, user: User, by: Actor, **towards) -> Relation:
    """A relation from now on, within an action that has asked. `towards`: an individual or a team, `role_words`
    and, for one that ends by itself, `ends_at`."""
    individual = towards.get("individual")
    if individual is not None and kind in queries.WORKS_WITH:
        refuse_if(reasons.cannot_work_together(user, individual))
    relation = Relation.objects.create(kind=kind, user=user, starts_at=clock.now(), **towards)
    trail.record(f"{kind.value} began", by=by, about=relation, individual=individual)
    if kind == Relation.Kind.PARTNERSHIP:
        cover_whoever_is_away(relation, by)
    return relation


def end_now(relation: Relation, *, by: Actor) -> None:
    """Ends it at this instant, within an action that has asked."""
    relation.ends_at = clock.now()
    relation.save(update_fields=["ends_at"])
    trail.record(f"{relation.kind} ended", by=by, about=relation, individual=relation.individual)
