"""Beside a listing that somebody keeps: how it will be paid for. Beside an introduction: what came of it in a life,
which keeps what led there."""

from django.http import HttpRequest

from kith.access.permissions import Permission
from kith.access.permit import may
from kith.directory.models import Activity
from kith.ideas.models import Idea
from kith.network_map import queries as network_map
from kith.people.models import Individual
from kith.people.queries import worker_of
from kith.people.writer import is_the_individual

from . import costs, queries
from .models import Introduction, Report


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


def beside_introduction(request: HttpRequest, introduction: Introduction) -> dict | None:
    """For the individual, once they went again or belong: it may take its place among their people and places."""
    individual = introduction.individual
    goes = queries.has(introduction, Report.Kind.WENT_AGAIN, Report.Kind.BELONGS)
    if not (goes and is_the_individual(request.actor, individual)):
        return None
    activity = introduction.activity
    is_there = network_map.is_there(individual, activity, own=True)
    return {"activity": activity, "individual": individual, "is_there": is_there}


def that_led_to(individual: Individual, activity: Activity) -> str:
    """The public id of the first introduction on which they went there; "" where none did. One look."""
    went = (Report.Kind.WENT, *queries.STAYED)
    found = Report.objects.filter(introduction__individual=individual, introduction__activity=activity, kind__in=went)
    return found.values_list("introduction__public_id", flat=True).first() or ""
