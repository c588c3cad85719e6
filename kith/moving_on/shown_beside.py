"""What stands on somebody's own page once a closing conversation is begun, and where it says who works with them: the
way to it, and to those before."""

from django.http import HttpRequest

from kith.access.permissions import Permission
from kith.people.models import Individual
from kith.people.writer import is_the_individual

from . import queries


def beside_person(request: HttpRequest, individual: Individual) -> dict | None:
    """For the individual nothing speaks of an end before there is one, and once they have moved on it stands on top;
    staff always find the way. No look."""
    if Permission.READ_CARRY_ON not in request.may:
        return None
    is_own = is_the_individual(request.actor, individual)
    if is_own and (individual.moved_on_at or not individual.carry_on_at):
        return None
    return {"individual": individual, "is_own": is_own}


def beside_who(request: HttpRequest, individual: Individual) -> dict | None:
    """What was written when working together stopped before; nothing where it never did. One look."""
    if Permission.READ_CARRY_ON not in request.may:
        return None
    _, earlier = queries.talks_of(individual)
    return {"individual": individual, "earlier": earlier} if earlier else None
