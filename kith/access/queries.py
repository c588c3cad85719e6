"""What we ask of the trail."""

from django.db.models import QuerySet

from .models import TrailEntry


def who_has_looked(individual) -> QuerySet[TrailEntry]:
    """Everything done or read in this individual's record, newest first."""
    return TrailEntry.objects.filter(chain=individual.public_id).order_by("-sequence")
