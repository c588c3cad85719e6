"""How far the goals with levels have come, as one number by the published formula."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

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
    no number although there are goals; `before`: the number of each day on which something was said, with the goals,
    levels and weights of that day, oldest first."""

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
    return _standing(_versions_of(individual))


def _versions_of(individual: Individual) -> list[Scale]:
    """Every version of the levels of every goal, in the order of the goals, the oldest first."""
    found = Scale.objects.filter(goal__individual=individual)
    return list(found.select_related("goal").order_by("goal__set_on", "goal_id", "number"))


def _standing(versions: list[Scale]) -> list[Scale]:
    newest = {scale.goal_id: scale for scale in versions if scale.goal.state != Goal.State.LET_GO}
    return list(newest.values())


def levels_reached(individual: Individual, *, is_own: bool) -> list[Response]:
    """Everything that was said of levels, the newest first."""
    return list(responses_of(individual, is_own=is_own).filter(measure__kind=ATTAINMENT))


def attained(individual: Individual, *, is_own: bool) -> Attained:
    """As it stands now: the latest level of each goal that was said of its levels as they are."""
    versions, said = _versions_of(individual), levels_reached(individual, is_own=is_own)[::-1]
    scales, latest = _standing(versions), {each.scale_id: each for each in said}
    reached = tuple(_reached(scale, latest[scale.pk]) for scale in scales if scale.pk in latest)
    left_out = tuple(scale.goal for scale in scales if scale.pk not in latest)
    try:
        number = attainment([(each.scale.weight, each.level) for each in reached])
    except NoWeight as reason:
        return Attained(None, reached, left_out, str(reason))
    return Attained(number, reached, left_out, before=tuple(_over_time(said, versions)))


def _over_time(said: list[Response], versions: list[Scale]) -> Iterator[tuple[date, Decimal]]:
    """`said`: oldest first. Levels, weights and goals that changed later leave the numbers of before as they were."""
    by_goal: dict[int, list[Scale]] = {}
    for scale in versions:
        by_goal.setdefault(scale.goal_id, []).append(scale)
    latest: dict[int, Response] = {}
    for day, of_day in groupby(said, key=lambda each: each.on):
        latest |= {each.scale.goal_id: each for each in of_day}
        stands = [each for key, each in latest.items() if _stands(each, by_goal[key], day)]
        if number := _number([(each.scale.weight, _level(each)) for each in stands]):
            yield day, number


def _stands(response: Response, versions: list[Scale], day: date) -> bool:
    """Whether it counts on this day: on its own, and until there are other levels or the goal is let go."""
    goal = versions[0].goal
    is_let_go = goal.state == Goal.State.LET_GO and goal.state_changed_on <= day
    is_newer = any(each.number > response.scale.number and each.set_on <= day for each in versions)
    return response.on == day or not (is_let_go or is_newer)


def _reached(scale: Scale, response: Response) -> Reached:
    return Reached(scale.goal, scale, _level(response), response)


def _level(response: Response) -> int:
    return int(response.value_of[LEVEL][0])


def _number(reached: list[tuple[int, int]]) -> Decimal | None:
    try:
        return attainment(reached)
    except NoWeight:
        return None
