"""A short measure is answered."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.people.models import Individual
from kith.people.writer import account_of, is_the_individual
from kith.questionnaires.structure import Value

from .. import queries, rules
from ..kept_packs import pack_of
from ..models import Measure, Response
from ..occasions import of_day
from .kept_answers import How, kept


@action
def answer(
    *,
    measure: Measure,
    individual: Individual,
    answers: Mapping[str, Value],
    by: Actor,
    how: str = How.OWN,
    words: str = "",
    occasion: str = "",
    on: date | None = None,
) -> Response:
    """Keeps what was answered, and works out its numbers; words alone are enough. Nobody but the individual reads them
    until the individual has seen them; answered together at one screen, they have. `occasion`: the meeting, else the
    day."""
    permit(by, Permission.WRITE_MEASURES, individual)
    hold(individual)
    day = on or clock.today()
    told = {"on": day, "how": how, "words": words.strip(), "occasion": occasion or of_day(day)}
    told["seen_at"] = clock.now() if how == How.TOGETHER else None
    refuse_if(_cannot_tell(individual, told, by) or _cannot_give(measure, answers, words))
    is_own = is_the_individual(by, individual)
    asked = queries.answered_on(individual, told["occasion"], is_own=is_own)
    if again := _again(asked, measure, answers, told, by):
        return again
    refuse_if(rules.cannot_ask_another(measure, asked, is_own=is_own))
    response, _ = kept(measure, individual, answers, by, **told)
    trail.record("measure answered", by=by, about=response, individual=individual)
    return response


def _cannot_tell(individual: Individual, told: dict[str, Any], by: Actor) -> str | None:
    return (
        rules.cannot_be_how(told["how"], is_own=is_the_individual(by, individual))
        or rules.cannot_tell_of(told["on"], clock.today())
        or rules.cannot_fit(told["words"])
    )


def _cannot_give(measure: Measure, answers: Mapping[str, Value], words: str) -> str | None:
    return rules.cannot_ask(measure, clock.today()) or rules.cannot_give(pack_of(measure), answers, words)


def _again(
    asked: list[Response], measure: Measure, answers: Mapping[str, Value], told: dict[str, Any], by: Actor
) -> Response | None:
    """The same answers and words pressed twice, by somebody who may read them."""
    given = {link_id: value for link_id, value in answers.items() if value}
    same = (measure.pk, given, told["words"], told["how"])
    found = (each for each in asked if (each.measure_id, each.value_of, each.words, each.how) == same)
    return next((each for each in found if _may_read(each, by)), None)


def _may_read(response: Response, by: Actor) -> bool:
    """Whoever typed it in finds that it waits."""
    is_waiting = response.seen_at is None and response.recorded_by_id == account_of(by)
    return is_the_individual(by, response.individual) or response.is_with_others or is_waiting
