"""A form that was begun goes on as it was begun, whatever becomes of its file meanwhile."""

import pytest

from kith.access.actor import Actor
from kith.access.refusal import Refused
from kith.paperwork import actions
from kith.paperwork.copies import as_fhir
from kith.paperwork.filled import filled
from kith.paperwork.progress import after
from kith.questionnaires import actions as questionnaires
from kith.questionnaires.models import AgencyForm

from .conftest import begun
from .forms import item, loaded

OFFICE = Actor.command_line()
NEWER = [item("1", "Where now?", source="direction"), item("8", "A new question?")]


def newer(form: AgencyForm) -> AgencyForm:
    """The next version of this form, with other questions."""
    content = form.content.replace('"version": "1"', '"version": "2"').replace("Anything else?", "What else is there?")
    return questionnaires.load_form(content=content, by=OFFICE).form


def goes_on_and_leaves(filling, cast) -> dict:
    """It is answered, shown, agreed and taken."""
    actions.answer(filling=filling, key=("7", ()), value=("A bus pass.",), based_on=0, by=cast.as_worker)
    edition = actions.show_it(filling=filling, by=cast.as_worker)
    actions.say(edition=edition, says="agrees", by=cast.as_individual)
    return as_fhir(actions.take(filling=filling, shape="fhir", by=cast.as_worker).showing.edition)


def test_a_newer_version_changes_nothing_in_what_was_begun(cast, visit):
    other = newer(visit.sheet.form)
    assert filled(visit).at(("7", ())).question.words == "Anything else?"
    assert goes_on_and_leaves(visit, cast)["questionnaire"].endswith("/visit|1")
    later = begun(cast, visit.meeting, other)
    assert later != visit and filled(later).at(("7", ())).question.words == "What else is there?"


def test_after_a_meeting_the_newest_version_is_offered_where_none_is_begun(cast, known):
    loaded_first = loaded("a-visit", NEWER)  # by its title before those that come with Kith: three are offered
    content = loaded_first.content.replace('"version": "1"', '"version": "2"')
    second = questionnaires.load_form(content=content, by=OFFICE).form
    assert second in [each.filling.sheet.form for each in after(known)]
    assert loaded_first not in [each.filling.sheet.form for each in after(known)]


def test_retired_meanwhile_it_goes_on_and_is_begun_no_more(cast, visit):
    form = visit.sheet.form
    questionnaires.retire_form(form=form, by=OFFICE)
    assert goes_on_and_leaves(visit, cast)["status"] == "in-progress"
    actions.put_away(filling=visit, by=cast.as_worker)
    with pytest.raises(Refused, match="no longer used"):
        begun(cast, visit.meeting, form)
    actions.take_up_again(filling=visit, by=cast.as_worker)
    assert begun(cast, visit.meeting, form) == visit
