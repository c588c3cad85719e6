"""Who works with an individual: others join, somebody covers, another worker takes over. Nothing is copied."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor, Role
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.people import queries, reaching, reasons, rules
from kith.people.models import Individual, Relation, User

from .accounts import account_for
from .covering import stop_covering
from .relations import begin, end_now
from .teams import invite_by_letter
from .writing import write_to

Kind = Relation.Kind


@action
def also_work_with(*, user: User, individual: Individual, by: Actor, role_words: str = "") -> Relation:
    """Another worker, peer or volunteer joins, beside the worker. Pressed twice, they join once."""
    permit(by, Permission.OPEN_PARTNERSHIP, individual)
    hold(individual)
    refuse_if(reasons.cannot_work_with_themselves(user, individual.user))
    if already := queries.works_with(user, individual):
        return already
    return begin(Kind.ALSO_WORKING_WITH, user=user, individual=individual, role_words=role_words.strip(), by=by)


@action
def also_invite(*, name: str, email: str, individual: Individual, by: Actor, role_words: str = "") -> Relation:
    """The same for somebody outside the team, by email: an account if they had none, and one neutral letter."""
    permit(by, Permission.OPEN_PARTNERSHIP, individual)
    hold(individual)
    refuse_if(rules.cannot_be_named(name) or reasons.is_no_address(email.strip()))
    refuse_if(reasons.cannot_be_their_address(email, individual))
    user = account_for(email=email, name=name, by=by)
    is_new = queries.works_with(user, individual) is None
    relation = also_work_with(user=user, individual=individual, role_words=role_words, by=by)
    if is_new:
        invite_by_letter(user, by, cause="joined beside a worker")
    return relation


@action
def cover(*, user: User, individual: Individual, by: Actor, until: date | None = None) -> Relation:
    """Somebody stands in while the worker is away, to the end of a day two weeks from now at most."""
    permit(by, Permission.OPEN_PARTNERSHIP, individual)
    hold(individual)
    until = until or clock.today() + reasons.LONGEST_COVER
    refuse_if(reasons.cannot_cover_until(until, clock.today()))
    refuse_if(reasons.cannot_work_with_themselves(user, individual.user))
    if already := queries.works_with(user, individual):
        return already
    return begin(Kind.COVER, user=user, individual=individual, ends_at=_end_of(until), by=by)


@action
def find_worker(*, to: User, individual: Individual, by: Actor) -> Relation:
    """Somebody of the team works with whoever nobody works with now. Pressed twice, it happens once."""
    permit(by, Permission.OPEN_PARTNERSHIP, individual)
    hold(individual)
    if already := queries.partnership_with(individual):
        return already
    is_in_team = queries.colleagues(individual).filter(pk=to.pk).exists()
    refuse_if(None if is_in_team else f"{to.first_name} does not work in this team.")
    return begin(Kind.PARTNERSHIP, user=to, individual=individual, by=by)


def _end_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))


@action
def hand_over_partnership(*, relation: Relation, to: User, by: Actor) -> Relation:
    """Another worker of the team takes over: one partnership ends, the other begins, and all that was written
    stays where it is. The individual is told once, by day. Gives the new partnership."""
    individual = relation.individual
    assert individual is not None  # a partnership is always towards somebody
    permit(by, Permission.OPEN_PARTNERSHIP, individual)
    hold(relation)
    refuse_if(rules.cannot_end(relation, clock.now()))
    is_theirs = by.user_id == relation.user_id or _manages(by, individual)
    is_in_team = queries.colleagues(individual).filter(pk=to.pk).exists()
    refuse_if(reasons.cannot_hand_over(relation, to, is_theirs, is_in_team))
    refuse_if(reasons.cannot_work_with_themselves(to, individual.user))
    for ending in [relation, *queries.working_with(individual).filter(user=to)]:
        end_now(ending, by=by)
    stop_covering(individual, relation.user, by)
    new = begin(Kind.PARTNERSHIP, user=to, individual=individual, by=by)
    _tell(individual, relation.user, to)
    trail.record("partnership handed over", by=by, about=new, individual=individual)
    return new


def _manages(by: Actor, individual: Individual) -> bool:
    return Role.MANAGER in {tie.role for tie in by.ties_to(individual)}


def _tell(individual: Individual, old: User, new: User) -> None:
    """One letter; whoever likes to be told another way is told by the worker, as the page says."""
    told = reaching.new_worker(individual, old, new)
    write_to(
        individual,
        kind=reaching.NEW_WORKER,
        cause="another worker took over",
        words=told["words"],
        read_at=told["read_at"],
    )
