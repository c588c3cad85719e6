"""What we ask of the trail."""

from django.db.models import QuerySet

from .actor import Role
from .models import TrailEntry


def who_has_looked(individual) -> QuerySet[TrailEntry]:
    """Everything that others did or read in this individual's record, newest first."""
    by_others = TrailEntry.objects.filter(chain=individual.public_id).exclude(acting_as=Role.INDIVIDUAL)
    return by_others.order_by("-sequence")
