"""Makes the frozen picture of who is acting from the relations that live now."""

from datetime import datetime

from kith.access.actor import Actor, Role, Tie

from .models import Relation, User
from .queries import live_relations, own_record

ROLE_OF = {
    Relation.Kind.PARTNERSHIP: Role.WORKER,
    Relation.Kind.ALSO_WORKING_WITH: Role.WORKER,
    Relation.Kind.COVER: Role.COVER,
    Relation.Kind.SUPPORT: Role.SUPPORTER,
    Relation.Kind.MEMBERSHIP: Role.TEAM,
    Relation.Kind.MANAGEMENT: Role.MANAGER,
    Relation.Kind.KEEPING: Role.KEEPER,
}


def actor_for(user: User, at: datetime) -> Actor:
    """Who this user is at this instant, towards whom."""
    own = own_record(user)
    ties = [Tie(Role.INDIVIDUAL, individual_id=own.pk)] if own else []
    relations = list(live_relations(user, at))
    looks = [relation for relation in relations if relation.kind == Relation.Kind.URGENT_LOOK]
    ties += [_tie(relation) for relation in relations if relation not in looks]
    ties += [tie for look in looks for tie in _through_the_glass(look, ties)]
    if user.is_rights_lead:
        ties.append(Tie(Role.RIGHTS_LEAD))
    if user.is_administrator:
        ties.append(Tie(Role.ADMINISTRATOR))
    return Actor(who=user.public_id, user_id=user.pk, ties=tuple(ties))


def _tie(relation: Relation) -> Tie:
    return Tie(ROLE_OF[Relation.Kind(relation.kind)], relation.individual_id, relation.team_id)


def _through_the_glass(look: Relation, ties: list[Tie]) -> list[Tie]:
    """As what they are in that team now: whoever has left it looks no more. Individuals alone are looked at so."""
    assert look.individual is not None
    team = look.individual.team_id
    held = [tie.role for tie in ties if team and tie.team_id == team and tie.role in (Role.TEAM, Role.MANAGER)]
    return [Tie(role, individual_id=look.individual_id, broke_glass=True) for role in held]
