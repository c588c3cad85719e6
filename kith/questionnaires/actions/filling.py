"""A form is begun in somebody's record, and its answers are saved one by one."""

from dataclasses import dataclass
from typing import Any

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.people.models import Individual
from kith.people.writer import account_of, is_the_individual

from .. import queries, rules
from ..kept_forms import form_of
from ..models import AgencyForm, Answer, AnswerSheet
from ..structure import Place, Value, place_words
from ..walking import Key


@dataclass(frozen=True)
class Saved:
    """What stands after saving. `beside` is what was just written, where somebody else had written meanwhile: both are
    kept, and shown side by side until one of the two saves what is right with the number of the last."""

    answer: Answer | None
    beside: Answer | None = None


@action
def begin_sheet(*, form: AgencyForm, individual: Individual, by: Actor) -> AnswerSheet:
    """Puts an empty form into somebody's record."""
    permit(by, Permission.WRITE_FORMS, individual)
    hold(individual)
    hold(form)
    refuse_if(rules.cannot_begin(form))
    begun = {"begun_at": clock.now(), "begun_by_id": account_of(by)}
    sheet = individual.answer_sheets.create(form=form, **begun)
    trail.record("form begun", by=by, about=sheet, individual=individual)
    return sheet


@action
def save_answer(
    *,
    sheet: AnswerSheet,
    link_id: str,
    value: Value,
    based_on: int,
    by: Actor,
    place: Place = (),
    source: str = "",
) -> Saved:
    """Keeps one answer as a new version; `()` takes it away. `based_on` is the number of the last version that the
    writer has seen (0: none). Saved twice, it is saved once. `source`: what it was filled from, and not changed."""
    permit(by, Permission.WRITE_FORMS, sheet.individual)
    permit(by, Permission.READ_FORMS, sheet.individual)  # whoever saves is told what others wrote
    hold(sheet)
    versions = queries.versions(sheet, (link_id, place))
    stands = next((each for each in reversed(versions) if not each.is_beside), None)
    refuse_if(_cannot_save(sheet, (link_id, place), value, is_new=not (stands and stands.words)))
    if kept := _saved_before(versions, stands, value, based_on, account_of(by)):
        return kept
    told = {"link_id": link_id, "at_place": place_words(place), "words": list(value), "source": source}
    made = _add_version(sheet, versions[-1].number if versions else 0, based_on, told, by)
    trail.record("answer in a form saved", by=by, about=sheet, individual=sheet.individual, detail=link_id)
    return Saved(stands, beside=made) if made.is_beside else Saved(made)


def _cannot_save(sheet: AnswerSheet, key: Key, value: Value, is_new: bool) -> str | None:
    form = form_of(queries.form_of_sheet(sheet))
    reason = rules.cannot_answer(form, *key, value)
    if reason or not (is_new and value and any(key[1])):
        return reason
    return rules.cannot_add(form, key[1], queries.answered(sheet).values | {key: value})


def _add_version(sheet: AnswerSheet, latest: int, based_on: int, told: dict[str, Any], by: Actor) -> Answer:
    return sheet.answers.create(
        number=latest + 1,
        is_beside=based_on < latest,
        written_at=clock.now(),
        written_by_id=account_of(by),
        typed_by_individual=is_the_individual(by, sheet.individual),
        **told,
    )


def _saved_before(
    versions: list[Answer], stands: Answer | None, value: Value, based_on: int, writer: int
) -> Saved | None:
    """What came of the same press before, or what says the same already; None when there is something to keep."""
    since = [each for each in versions if each.number > based_on]
    for mine in (each for each in since if (each.written_by_id, each.value) == (writer, value)):
        waits = mine.is_beside and (stands is None or mine.number > stands.number)
        return Saved(stands, beside=mine if waits else None)
    is_the_same = value == (stands.value if stands else ())
    settles = not since and bool(versions) and versions[-1].is_beside
    return Saved(stands) if is_the_same and not settles else None
