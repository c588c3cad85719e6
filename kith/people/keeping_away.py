"""Who is not to see a notebook: what we ask about it, and what can be against it."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from django.db.models import Exists, OuterRef, Q, QuerySet

from kith.access import clock
from kith.access.actor import Actor

from .models import Individual, KeptAway, Relation, Team, User
from .queries import WORKS_WITH, in_teams, kept_away_from, live, working_with

Row = TypeVar("Row")
Kind = Relation.Kind
# What is over at once. Whatever else lets them in opens nothing while they are kept away.
ENDS = (*WORKS_WITH, Kind.URGENT_LOOK, Kind.SAID_WHY)


def kept_away_now(individual: Individual) -> QuerySet[KeptAway]:
    """Everybody who is not to see it now, by name."""
    lasting = Relation.objects.filter(live(clock.now()), individual=individual, kind=Kind.KEPT_AWAY)
    found = KeptAway.objects.filter(relation__in=lasting).select_related("relation__user", "said_by")
    return found.order_by("relation__user__name", "pk")


def kept_away(individual: Individual, user_id: int | None) -> KeptAway | None:
    """That this user is not to see it now."""
    return kept_away_now(individual).filter(relation__user_id=user_id).first()


def could_see_it(individual: Individual) -> QuerySet[User]:
    """Who might come to see it, by name: of the team, whoever works with them, and rights leads."""
    near = Q(relations__in=in_teams().filter(team=individual.team)) | Q(relations__in=working_with(individual))
    found = User.objects.filter(near | Q(is_rights_lead=True), is_active=True).exclude(individual=individual)
    return found.exclude(pk__in=kept_away_from(individual)).order_by("name").distinct()


def to_end(individual: Individual, user: User) -> QuerySet[Relation]:
    """What lets this user in, now or later."""
    lasting = Q(ends_at__isnull=True) | Q(ends_at__gt=clock.now())
    return individual.relations.filter(lasting, user=user, kind__in=ENDS).order_by("pk")


def without_a_worker(teams: Iterable[Team]) -> QuerySet[Individual]:
    """Whom nobody works with, of these teams; those who moved on wait for nobody."""
    works = Relation.objects.filter(live(clock.now()), individual=OuterRef("pk"), kind=Kind.PARTNERSHIP)
    here = Individual.objects.filter(~Exists(works), team__in=teams, closed_at=None, moved_on_at=None)
    return here.order_by("called", "pk")


def for_staff(by: Actor, rows: Iterable[Row], whose: Callable[[Row], int | None]) -> list[Row]:
    """What a list of somebody's work shows them: nothing of themselves, and of nobody they are kept away from."""
    return [row for row in rows if not by.works_apart_from(whose(row))]


def cannot_be_kept_away(user: User, individual: Individual) -> str | None:
    """Nobody is kept away from their own notebook."""
    is_own = user.pk == individual.user_id
    return "It is their own notebook, so it stays open to them." if is_own else None


def cannot_let_back(kept: KeptAway, why: str) -> str | None:
    """It is opened again once, with a reason."""
    if kept.relation.ends_at:
        return "It was opened to them again already."
    return None if why.strip() else "Please say why. They read it."
