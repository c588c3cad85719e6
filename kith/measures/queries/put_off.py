"""What was put off, and why. The individual reads it, and whoever may read how they are: the box says so beforehand."""

from django.db.models import QuerySet

from kith.people.models import Individual

from ..models import Deferral


def put_off_of(individual: Individual) -> QuerySet[Deferral]:
    """Newest first, without the files of the packs."""
    found = individual.put_off.select_related("measure", "individual", "recorded_by")
    return found.defer("measure__content")
