"""What was put off, and why. The individual reads it, and whoever may read how they are: the box says so beforehand."""

from django.db.models import QuerySet

from kith.people.models import Individual

from ..models import Deferral


def put_off_of(individual: Individual) -> QuerySet[Deferral]:
    """Newest first, without the files of the packs, and without what was taken back."""
    found = individual.put_off.filter(withdrawn_at__isnull=True).select_related("measure", "individual", "recorded_by")
    return found.defer("measure__content")


def put_off_called(individual: Individual, public_id: str) -> Deferral | None:
    return put_off_of(individual).filter(public_id=public_id).first()
