"""A response and its numbers are written in one way, whatever was asked."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from kith.access import clock
from kith.access.actor import Actor
from kith.goals.models import Goal
from kith.people.models import Individual
from kith.people.writer import account_of, is_the_individual
from kith.questionnaires.structure import Value

from ..kept_packs import pack_of
from ..models import Measure, Response
from ..scoring import scored
from .whose import keep_to_oneself

How = Response.How
MOMENT = timedelta(minutes=1)


def kept(
    measure: Measure, individual: Individual, answers: Mapping[str, Value], by: Actor, **told: Any
) -> tuple[Response, bool]:
    """The response, and whether it is new: a button pressed twice is one press. Pressed again for “only me”, the one
    that others could read is kept too."""
    same = told | {"answers": _given(answers), "recorded_by_id": account_of(by)}
    if again := _just_now(individual, measure, same):
        return keep_to_oneself(response=again, by=by) if told.get("kept_at") else again, False
    return written(measure, individual, answers, by, **told), True


def written(measure: Measure, individual: Individual, answers: Mapping[str, Value], by: Actor, **told: Any) -> Response:
    """A new row, and its numbers."""
    given = _given(answers)
    response = individual.measured.create(
        measure=measure,
        typed_by_individual=is_the_individual(by, individual),
        recorded_at=clock.now(),
        recorded_by_id=account_of(by),
        answers=given,
        **told,
    )
    for each in scored(pack_of(measure), answers) if given else ():  # words alone leave out no number
        response.scores.create(name=each.name, value=each.value, skipped=list(each.skipped))
    return response


def _given(answers: Mapping[str, Value]) -> list[list]:
    """As they are kept, without what was left out."""
    return [[link_id, list(value)] for link_id, value in answers.items() if value]


def of_one_goal(goal: Goal, on: date, how: str, words: str, *, keeps: bool, by: Actor) -> dict[str, Any]:
    """What is kept of a number or level of a goal besides itself. Whoever presses a number sees it."""
    seen = None if how == How.PAPER and not is_the_individual(by, goal.individual) else clock.now()
    kept_at = clock.now() if keeps else None
    return {"goal": goal, "on": on, "how": how, "words": words.strip(), "seen_at": seen, "kept_at": kept_at}


def _just_now(individual: Individual, measure: Measure, told: dict[str, Any]) -> Response | None:
    """What is kept to oneself is the same only as what is to be kept too."""
    same = {name: told[name] for name in ("answers", "recorded_by_id", "on", "words", "how")}
    lately = individual.measured.standing().filter(
        measure=measure, goal=told.get("goal"), recorded_at__gt=clock.now() - MOMENT
    )
    if not told.get("kept_at"):
        lately = lately.filter(kept_at__isnull=True)
    return next((each for each in lately if all(getattr(each, name) == value for name, value in same.items())), None)
