"""What the individual wishes of these pages."""

from kith.people.models import Individual

from ..models import Picture, SkippedPoint, WhoWrites


def worker_writes_too(individual: Individual) -> bool:
    """Whether they said that their worker may write here too. One look."""
    return WhoWrites.objects.filter(individual=individual, worker_too=True).exists()


def skipped_by(individual: Individual, latest: Picture | None) -> set[str]:
    """The talking points that rest: skipped, and no picture was kept since. One look."""
    skipped = SkippedPoint.objects.filter(individual=individual)
    if latest is not None:
        skipped = skipped.filter(skipped_on__gte=latest.taken_on)
    return set(skipped.values_list("point", flat=True))
