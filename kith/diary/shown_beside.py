"""Beside the individual's own notes: the way to their diary."""

from django.http import HttpRequest

from kith.access.permissions import Permission
from kith.people.models import Individual

from . import queries


def beside_notes(request: HttpRequest, individual: Individual) -> dict | None:
    """For themself alone: where a diary is offered, or something is in it still. One look, or two."""
    if Permission.READ_DIARY not in request.may:
        return None
    is_there = queries.is_offered() or queries.has_entries(individual)
    return {"individual": individual} if is_there else None
