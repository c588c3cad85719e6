"""A worker leaves a team: in one moment everything that waited for them waits for somebody else."""

from collections.abc import Mapping

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import may, permit
from kith.access.refusal import refuse_if
from kith.messaging.models import Phrase
from kith.people import actions as people
from kith.people import away as times
from kith.people import queries as about_people
from kith.people.actions.away import end_away
from kith.people.models import Individual, Team, User
from kith.upkeep import queries, rules

from .passing_on import from_the_team, pass_on_draft, pass_on_messages, to_the_team
from .resting import rest_now


@action
def leave(*, user: User, team: Team, takes_over: Mapping[str, User], by: Actor) -> bool:
    """They work in this team no more. `takes_over` names somebody for each of their notebooks, by the individual's
    public id; each individual is told once. Pressed twice, they leave once.

    An account that is needed for nothing else rests. Gives whether it rests now."""
    permit(by, Permission.MANAGE_TEAM, team=team)
    hold(team)
    hold(user)
    if about_people.member_called(team, user.public_id) is None:
        return not user.is_active
    moving = queries.moving_with(user, team)
    is_manager = may(by, Permission.OPEN_PARTNERSHIP, team=team)
    refuse_if(rules.cannot_leave(user, moving.partnerships, takes_over, is_manager))
    for relation in moving.partnerships:
        people.hand_over_partnership(relation=relation, to=takes_over[relation.individual.public_id], by=by)
        from_the_team(relation.individual, takes_over[relation.individual.public_id])
    people.leave_team(user=user, team=team, by=by)
    _end_times_away(user, by)
    _pass_on_all(user, team, by)
    return _rest_if_done(user, by)


def _end_times_away(user: User, by: Actor) -> None:
    """Handed over, nobody covers for them in this team. While they work in another, they are away there as before."""
    if not about_people.teams_of(user).exists():
        for away in times.to_come(user):
            end_away(away, by)


def _pass_on_all(user: User, team: Team, by: Actor) -> None:
    """Person by person, so that each one's trail says it once; then what came from nobody known."""
    drafts, messages = queries.drafts_in(team, user), queries.open_messages(user).filter(queries.of_team(team))
    people_of = {each.individual_id for each in [*drafts, *messages] if each.individual_id}
    for individual in Individual.objects.filter(pk__in=people_of).order_by("pk"):
        _pass_on(individual, user, by)
    to_the_team(messages.filter(individual=None))


def _pass_on(individual: Individual, user: User, by: Actor) -> None:
    """To their own worker now. Without one messages wait for the team, and what was begun is kept as it is."""
    worker = about_people.worker_of(individual)
    messages = queries.open_messages(user).filter(individual=individual)
    if worker is None or worker.pk == user.pk or not worker.is_active:
        count, drafts = to_the_team(messages), 0
    else:
        count = pass_on_messages(messages, worker)
        drafts = sum(pass_on_draft(each, worker) for each in individual.drafts.filter(author=user))
    if count or drafts:
        detail = f"messages: {count}, pages begun: {drafts}"
        trail.record("what was begun passed on", by=by, about=user, individual=individual, detail=detail)


def _rest_if_done(user: User, by: Actor) -> bool:
    user = User.objects.select_related("individual").get(pk=user.pk)
    if queries.needs_account(user) or not user.is_active:
        return not user.is_active
    put_away = Phrase.objects.filter(user=user, put_away_at=None).update(put_away_at=clock.now())
    if put_away:
        trail.record("short answers put away", by=by, about=user)
    rest_now(user, by=by)
    return True
