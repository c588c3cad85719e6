"""Beside a listing that somebody keeps: how it will be paid for, where it costs something."""

from django.http import HttpRequest

from kith.access.permissions import Permission
from kith.access.permit import may
from kith.ideas.models import Idea
from kith.people.queries import worker_of

from . import costs


def beside_kept(request: HttpRequest, idea: Idea) -> dict | None:
    """For whoever may set a step. Three looks, where it costs something."""
    if not may(request.actor, Permission.WRITE_GOALS, idea.individual):
        return None
    told = costs.of_a_listing(idea.individual, idea.activity)
    if told is None:
        return None
    worker = worker_of(idea.individual)
    return {
        "told": told,
        "individual": idea.individual,
        "activity": idea.activity,
        "is_theirs": request.user.pk == idea.individual.user_id,
        "worker": worker.first_name if worker else "",
    }
