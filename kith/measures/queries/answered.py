"""What was answered, for whoever asks: the individual reads all of it, others what the individual has seen and does not
keep to themself. What was taken back is read by nobody; what was put right, beside what stands now."""

from django.db.models import Q, QuerySet

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


def as_others_know(responses: QuerySet[Response]) -> QuerySet[Response]:
    """What anybody but the individual may know to be there: what is with them, and what somebody else typed in. So
    nothing they meet depends on what the individual answered for themself alone."""
    return responses.filter(Q(typed_by_individual=False) | Q(seen_at__isnull=False, kept_at__isnull=True))


def answered_on(individual: Individual, occasion: str, *, is_own: bool) -> list[Response]:
    """The short measures of this occasion. What was said of a goal has no occasion, and does not count."""
    found = individual.measured.standing().filter(occasion=occasion)
    found = found if is_own else as_others_know(found)
    return list(found.select_related("measure", "individual").defer("measure__content"))


def versions_before(response: Response) -> list[Response]:
    """What was typed in by mistake and put right since, the latest first; most often nothing, which takes no look."""
    if response.instead_of_id is None:
        return []
    alike = Response.objects.filter(individual=response.individual, measure=response.measure, replaced_at__isnull=False)
    alike = alike.select_related("measure", "individual", "recorded_by", "scale").defer("measure__content")
    by_key = {each.pk: each for each in alike.prefetch_related("scores")}
    found: list[Response] = []
    while earlier := by_key.get((found[-1] if found else response).instead_of_id):
        found.append(earlier)
    return found


def waiting_called(individual: Individual, public_id: str, typed_by: int | None) -> Response | None:
    """What this account typed in, and the individual has not looked at."""
    return waiting_to_be_seen(individual).filter(public_id=public_id, recorded_by=typed_by).first()


def latest_answer(individual: Individual) -> Response | None:
    """The last thing they answered, whoever may read it."""
    return individual.measured.standing().order_by("-recorded_at", "-pk").first()


def _for(responses: QuerySet[Response], *, is_own: bool) -> QuerySet[Response]:
    found = responses.filter(withdrawn_at__isnull=True, replaced_at__isnull=True)
    found = found.select_related("measure", "goal", "individual", "recorded_by", "scale")
    found = found.defer("measure__content").prefetch_related("scores")
    return found if is_own else found.filter(seen_at__isnull=False, kept_at__isnull=True)
