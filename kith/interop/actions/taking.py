"""A plan leaves Kith, as a page to read or as a file for another system."""

from dataclasses import dataclass

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.interop import queries, rules
from kith.interop.models import PlanTaken
from kith.interop.prsb import mark_of, parts_of
from kith.people.models import Individual
from kith.people.writer import is_the_individual


@dataclass(frozen=True)
class Left:
    """That it left, and what."""

    taken: PlanTaken
    whole: queries.Whole


@action
def take_plan(*, individual: Individual, shape: str, by: Actor, for_whom: str = "", mark: str | None = None) -> Left:
    """Gathers the plan, and writes down that it leaves. `mark` is that of the page on which somebody looked at it
    first; None from the command line, where nobody looks."""
    permit(by, Permission.TAKE_PLAN, individual)
    hold(individual)
    is_own = is_the_individual(by, individual)
    whole = queries.whole_of(individual, is_own=is_own)
    refuse_if(rules.cannot_take(shape, for_whom, is_own=is_own, is_looked_at=mark is not None))
    refuse_if(rules.has_changed(mark, mark_of(parts_of(whole), whole)))
    taken = PlanTaken.objects.create(
        individual=individual,
        shape=PlanTaken.Shape(shape),
        for_whom=for_whom.strip(),
        taken_by_id=by.user_id,
        taken_at=clock.now(),
    )
    trail.record(f"plan taken as {taken.shape}", by=by, about=taken, individual=individual)
    return Left(taken, whole)
