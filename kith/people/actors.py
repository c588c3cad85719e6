"""Makes the frozen picture of who is acting from the relations that live now."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import F, QuerySet
from django.utils import timezone

from kith.access.actor import Actor, Role, Tie
from kith.access.kept import kept

from .authorities import rows_in_force
from .models import Relation, User
from .queries import live_relations, own_record

Kind = Relation.Kind
ROLE_OF = {
    Kind.PARTNERSHIP: Role.WORKER,
    Kind.ALSO_WORKING_WITH: Role.WORKER,
    Kind.COVER: Role.COVER,
    Kind.SUPPORT: Role.SUPPORTER,
    Kind.LEGAL: Role.LEGAL,
    Kind.MEMBERSHIP: Role.TEAM,
    Kind.MANAGEMENT: Role.MANAGER,
    Kind.KEEPING: Role.KEEPER,
}
FOR_A_TIME = {Kind.URGENT_LOOK: "broke_glass", Kind.SAID_WHY: "said_why"}


def actor_for(user: User, at: datetime) -> Actor:
    """Who this user is at this instant, towards whom."""
    own = own_record(user)
    ties = [Tie(Role.INDIVIDUAL, individual_id=own.pk)] if own else []
    relations = _relations(user, at)
    ties += [_tie(relation, at) for relation in relations if relation.kind in ROLE_OF]
    ties += [tie for relation in relations if relation.kind in FOR_A_TIME for tie in _for_a_time(relation, ties)]
    if user.is_rights_lead:
        ties.append(Tie(Role.RIGHTS_LEAD))
    if user.is_administrator:
        ties.append(Tie(Role.ADMINISTRATOR))
    kept_from = frozenset(each.individual_id for each in relations if each.kind == Kind.KEPT_AWAY)
    return Actor(who=user.public_id, user_id=user.pk, ties=tuple(ties), kept_from=kept_from)


@kept
def _relations(user: User, at: datetime) -> QuerySet[Relation]:
    """Asked anew each time; only the statement is kept."""
    return live_relations(user, at).annotate(team_around=F("individual__team"))


def _tie(relation: Relation, at: datetime) -> Tie:
    role = ROLE_OF[Kind(relation.kind)]
    rows = rows_in_force(relation, timezone.localtime(at).date()) if role is Role.LEGAL else frozenset()
    return Tie(role, relation.individual_id, relation.team_id, rows)


def _for_a_time(relation: Relation, ties: list[Tie]) -> Iterator[Tie]:
    """A look in an emergency, or one with a purpose: as what they are in that team now. Whoever has left it looks no
    more."""
    opens = {FOR_A_TIME[Kind(relation.kind)]: True}
    team = relation.team_around  # type: ignore[attr-defined] - noted beside each relation above
    for tie in list(ties):
        if team and tie.team_id == team and tie.role in (Role.TEAM, Role.MANAGER):
            yield Tie(tie.role, individual_id=relation.individual_id, **opens)
