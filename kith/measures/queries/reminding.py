"""Who is reminded to look how things are, and who was."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from kith.people.models import Individual

from ..models import MeasureWishes, Nudge, Response
from ..models.asking import USUAL_MONTHS
from ..months import months_before
from ..rules import MONTHS

WISHES = "individual__measure_wishes"


def wishes_of(individual: Individual) -> MeasureWishes:
    """What they chose, or the usual, which is not kept."""
    kept = MeasureWishes.objects.filter(individual=individual).first()
    return kept or MeasureWishes(individual=individual, chosen_by_individual=False)


def due_for_a_nudge(today: date) -> QuerySet[Response]:
    """The last answer of each individual, where it is as long ago as they chose and no reminder went after it."""
    after = Q(recorded_at__gt=OuterRef("recorded_at")) | Q(recorded_at=OuterRef("recorded_at"), pk__gt=OuterRef("pk"))
    later = Response.objects.standing().filter(after, individual=OuterRef("individual"))
    last = Response.objects.standing()
    last = last.filter(~Exists(later), nudge__isnull=True, individual__closed_at__isnull=True)
    return last.filter(_is_long_ago(today), **{f"{WISHES}__stopped_at__isnull": True}).select_related("individual")


def _is_long_ago(today: date) -> Q:
    found = Q()
    for months in MONTHS:
        chosen = Q(**{f"{WISHES}__months": months})
        if months == USUAL_MONTHS:
            chosen |= Q(**{f"{WISHES}__isnull": True})
        found |= chosen & Q(on__lte=months_before(today, months))
    return found


def has_answered_since(nudge: Nudge) -> bool:
    """Whether there is no need to remind any more."""
    since = nudge.individual.measured.standing().filter(recorded_at__gt=nudge.after.recorded_at)
    return since.exists()


def still_helps(nudge: Nudge) -> bool:
    """Whether the letter may still leave."""
    wishes = getattr(nudge.individual, "measure_wishes", None)
    return not (wishes and wishes.stopped_at) and not has_answered_since(nudge)


def nudges_of(letters: list[str]) -> dict[str, Nudge]:
    """By the letter's public id. One look."""
    found = Nudge.objects.filter(letter__in=letters).select_related("individual__measure_wishes", "after")
    return {nudge.letter: nudge for nudge in found}
