"""When a plan was taken, by whom and for whom."""

from kith.interop.models import PlanTaken
from kith.people.models import Individual

LATEST = 20


def taken_before(individual: Individual) -> list[PlanTaken]:
    """The newest first, and not all that ever were: the trail tells all. One look."""
    return list(individual.plans_taken.select_related("taken_by")[:LATEST])
