"""A plan leaves Kith, as a page to read or as a file for another system."""

from collections.abc import Callable
from dataclasses import dataclass

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.interop import queries, rules
from kith.interop.models import PlanTaken
from kith.interop.plan_file import file_of
from kith.interop.prsb import mark_of, parts_of
from kith.people.models import Individual
from kith.people.writer import is_the_individual


@dataclass(frozen=True)
class Left:
    """That it left, and the whole of its file."""

    taken: PlanTaken
    content: str


def _handed_over(content: str) -> None:
    """It is given to whoever asked, and kept nowhere here."""


@action
def take_plan(
    *,
    individual: Individual,
    shape: str,
    by: Actor,
    for_whom: str = "",
    mark: str | None = None,
    keep: Callable[[str], None] = _handed_over,
) -> Left:
    """Makes the file of the plan, and writes down that it leaves; where it cannot be made or kept, it did not leave,
    and nothing says so. `mark` is that of the page on which somebody looked at it first; None from the command line,
    where nobody looks. `keep` writes the file to where it stays."""
    permit(by, Permission.TAKE_PLAN, individual)
    hold(individual)
    is_own = is_the_individual(by, individual)
    whole = queries.whole_of(individual, is_own=is_own)
    refuse_if(rules.cannot_take(shape, for_whom, is_own=is_own, is_looked_at=mark is not None))
    refuse_if(rules.has_changed(mark, mark_of(parts_of(whole), whole)))
    content = file_of(whole, shape)
    keep(content)
    taken = PlanTaken.objects.create(
        individual=individual,
        shape=PlanTaken.Shape(shape),
        for_whom=for_whom.strip(),
        taken_by_id=by.user_id,
        taken_at=clock.now(),
    )
    trail.record(f"plan taken as {taken.shape}", by=by, about=taken, individual=individual)
    return Left(taken, content)
