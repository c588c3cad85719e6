"""How far the goals with levels have come, as one number by the published formula."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kith.goals.models import Goal
from kith.people.models import Individual

from ..attainment import NoWeight, attainment
from ..models import Response, Scale
from ..packs import ATTAINMENT, LEVEL
from .answered import responses_of


@dataclass(frozen=True)
class Reached:
    """One goal, its levels as they stand, and the level that was reached."""

    goal: Goal
    scale: Scale
    level: int
    response: Response

    @property
    def words(self) -> str:
        return self.scale.words_of(self.level)


@dataclass(frozen=True)
class Attained:
    """The number over all goals. `left_out`: goals with levels of which nothing was said yet; `why_not`: why there is
    no number although there are goals; `before`: the number of each day on which something was said, oldest first."""

    number: Decimal | None
    reached: tuple[Reached, ...]
    left_out: tuple[Goal, ...]
    why_not: str = ""
    before: tuple[tuple[date, Decimal], ...] = ()


def scale_of(goal: Goal) -> Scale | None:
    """The levels as they stand now."""
    return goal.scales.order_by("-number").first()


def scales_of(individual: Individual) -> list[Scale]:
    """Of each goal that was not let go the levels as they stand, in the order of the goals."""
    found = Scale.objects.filter(goal__individual=individual).exclude(goal__state=Goal.State.LET_GO)
    newest: dict[int, Scale] = {}
    for scale in found.select_related("goal").order_by("goal__set_on", "goal_id", "number"):
        newest[scale.goal_id] = scale
    return list(newest.values())


def levels_reached(individual: Individual, *, is_own: bool) -> list[Response]:
    """Everything that was said of levels, the newest first."""
    return list(responses_of(individual, is_own=is_own).filter(measure__kind=ATTAINMENT))


def attained(individual: Individual, *, is_own: bool) -> Attained:
    """As it stands now: the latest level of each goal that was said of its levels as they are."""
    scales, latest = scales_of(individual), {}
    weights, before = {scale.pk: scale.weight for scale in scales}, {}
    for response in reversed(levels_reached(individual, is_own=is_own)):
        if response.scale_id in weights:
            latest[response.scale_id] = response
            before[response.on] = _number([(weights[key], _level(each)) for key, each in latest.items()])
    reached = tuple(_reached(scale, latest[scale.pk]) for scale in scales if scale.pk in latest)
    left_out = tuple(scale.goal for scale in scales if scale.pk not in latest)
    try:
        number = attainment([(each.scale.weight, each.level) for each in reached])
    except NoWeight as reason:
        return Attained(None, reached, left_out, str(reason))
    return Attained(number, reached, left_out, before=tuple((day, each) for day, each in before.items() if each))


def _reached(scale: Scale, response: Response) -> Reached:
    return Reached(scale.goal, scale, _level(response), response)


def _level(response: Response) -> int:
    return int(response.value_of[LEVEL][0])


def _number(reached: list[tuple[int, int]]) -> Decimal | None:
    try:
        return attainment(reached)
    except NoWeight:
        return None
