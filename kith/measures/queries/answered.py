"""What was answered, for whoever asks: the individual reads all of it, others what the individual has seen and does not
keep to themself. What was taken back is read by nobody."""

from django.db.models import QuerySet

from kith.goals.models import Goal
from kith.people.models import Individual

from ..models import Measure, Response
from ..packs import OWN


def responses_of(individual: Individual, *, is_own: bool, measure: Measure | None = None) -> QuerySet[Response]:
    """Newest first, with their numbers. `measure`: only of this pack, in any version."""
    found = _for(individual.measured.all(), is_own=is_own)
    return found.filter(measure__url=measure.url) if measure else found


def ratings_of(goal: Goal, *, is_own: bool) -> QuerySet[Response]:
    """The numbers somebody gave this goal, newest first. Each stands in its answer, so one look is enough."""
    return _for(goal.measured.filter(measure__kind=OWN), is_own=is_own).prefetch_related(None)


def response_called(individual: Individual, public_id: str, *, is_own: bool) -> Response | None:
    return _for(individual.measured.all(), is_own=is_own).filter(public_id=public_id).first()


def waiting_to_be_seen(individual: Individual) -> QuerySet[Response]:
    """What somebody else typed in for them, and they have not looked at."""
    return _for(individual.measured.filter(seen_at__isnull=True), is_own=True)


def answered_on(individual: Individual, occasion: str) -> list[Response]:
    """The one measure of this occasion. What was said of a goal has no occasion, and does not count."""
    found = individual.measured.filter(occasion=occasion, withdrawn_at__isnull=True)
    return list(found.select_related("measure", "individual").defer("measure__content"))


def waiting_called(individual: Individual, public_id: str, typed_by: int | None) -> Response | None:
    """What this account typed in, and the individual has not looked at."""
    return waiting_to_be_seen(individual).filter(public_id=public_id, recorded_by=typed_by).first()


def latest_answer(individual: Individual) -> Response | None:
    """The last thing they answered, whoever may read it."""
    return individual.measured.filter(withdrawn_at__isnull=True).order_by("-recorded_at", "-pk").first()


def _for(responses: QuerySet[Response], *, is_own: bool) -> QuerySet[Response]:
    found = responses.filter(withdrawn_at__isnull=True).select_related(
        "measure", "goal", "individual", "recorded_by", "scale"
    )
    found = found.defer("measure__content").prefetch_related("scores")
    return found if is_own else found.filter(seen_at__isnull=False, kept_at__isnull=True)
