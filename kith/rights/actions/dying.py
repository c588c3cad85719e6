"""Somebody has died. At the first word everything that goes out stops; another person confirms it."""

from datetime import date

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.people.actions.relations import end_now
from kith.people.models import Individual, Relation
from kith.people.writer import account_of
from kith.rights import rules
from kith.rights.models import Death
from kith.rights.queries.ending import death_of


@action
def say_they_died(*, individual: Individual, by: Actor, died_on: date | None = None) -> Death:
    """The notebook shuts, so no letter, reminder or question leaves and no feed or link opens. It can be taken back
    until somebody else confirms it. Nobody in their life is written to."""
    permit(by, Permission.SAY_THEY_DIED, individual)
    hold(individual)
    refuse_if(rules.cannot_say_they_died(death_of(individual), died_on, clock.today()))
    death = Death.objects.create(individual=individual, died_on=died_on, said_by_id=account_of(by), said_at=clock.now())
    if individual.closed_at is None:  # one that was shut before stays as it was
        individual.closed_at = clock.now()
        individual.save(update_fields=["closed_at"])
    trail.record("death written down", by=by, about=death, individual=individual)
    return death


@action
def confirm_death(*, death: Death, by: Actor) -> Death:
    """By a lead who is not whoever said it. Everything that opened a door ends, and nobody signs in any more."""
    permit(by, Permission.LOOK_AFTER_RIGHTS, death.individual)
    hold(death)
    refuse_if(rules.cannot_confirm_death(death, account_of(by)))
    death.confirmed_by_id, death.confirmed_at = account_of(by), clock.now()
    death.save(update_fields=["confirmed_by", "confirmed_at"])
    _end_all(death.individual, by)
    trail.record("death confirmed", by=by, about=death, individual=death.individual)
    return death


@action
def take_back_death(*, death: Death, by: Actor) -> None:
    """It was somebody else, or not so. The notebook opens again, if it was open before."""
    individual = death.individual
    permit(by, Permission.LOOK_AFTER_RIGHTS, individual)
    hold(individual)  # as it is now: whoever shut it meanwhile is not overruled
    hold(death)
    refuse_if(rules.cannot_take_back_death(death))
    if individual.closed_at and individual.closed_at >= death.said_at:
        individual.closed_at = None
        individual.save(update_fields=["closed_at"])
    trail.record("death taken back", by=by, about=death, individual=individual)
    death.delete()


def _end_all(individual: Individual, by: Actor) -> None:
    now = clock.now()
    for relation in individual.relations.filter(ends_at=None).exclude(kind=Relation.Kind.KEPT_AWAY):
        end_now(relation, by=by)  # whoever was to see nothing sees nothing now either
    individual.shares.filter(revoked_at=None).update(revoked_at=now)
    individual.links.filter(stopped_at=None).update(stopped_at=now)
    user = individual.user
    if user and not user.relations.filter(ends_at=None).exists():
        user.cards.filter(stopped_at=None).update(stopped_at=now)
        user.is_active = False
        user.set_unusable_password()  # a session is bound to it, so every one of them ends
        user.save(update_fields=["is_active", "password"])
