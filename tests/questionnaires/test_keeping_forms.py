"""Forms are kept by name and version, as their files were loaded; who may keep them is in the matrix."""

import pytest

from kith.access.models import TrailEntry
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.questionnaires import actions, queries
from kith.questionnaires.kept_forms import form_of
from kith.questionnaires.models import AgencyForm
from tests.questionnaires.conftest import OFFICE
from tests.questionnaires.made import OURS, item, source, written

URL = "https://council.example/forms/review"


def to_fill() -> list[AgencyForm]:
    """The council's form, as it may be begun; those of our own are there besides."""
    return [form for form in queries.forms_to_fill() if form.url == URL]


def load(*items, by=OFFICE, **more):
    return actions.load_form(content=written(*items, **more), by=by)


def test_a_form_is_kept_as_it_was_loaded(db, as_manager):
    loaded = load(item("a"), item("g", "group", item=[item("b")]), by=as_manager)
    kept = AgencyForm.objects.get(url=URL)
    assert loaded.is_new and loaded.form == kept
    assert (kept.title, kept.version, kept.questions, kept.is_about_money) == ("A review", "1", 2, False)
    assert kept.content == written(item("a"), item("g", "group", item=[item("b")]))
    assert kept.loaded_by == as_manager.who
    assert form_of(kept).question("b").number == "2.1"
    assert TrailEntry.objects.filter(what="form loaded", about=f"agencyform {kept.public_id}").count() == 1


def test_the_same_file_twice_changes_nothing(db):
    first = load(item("a"))
    again = load(item("a"))
    assert (again.form, again.is_new) == (first.form, False)
    assert TrailEntry.objects.filter(what="form loaded").count() == 1


def test_other_content_needs_another_version(db):
    load(item("a"))
    with pytest.raises(Refused, match="Version 1 of this form is here already, with other content"):
        load(item("b"))
    newer = load(item("b"), version="2").form
    assert [each.version for each in queries.versions_of(newer)] == ["2", "1"]
    assert to_fill() == [newer]


@pytest.mark.parametrize("title", ["A newer review", "Zebra review"])
def test_the_newest_is_what_was_loaded_last_whatever_it_is_called(db, title):
    older = load(item("a")).form
    newer = load(item("b"), version="2", title=title).form
    assert to_fill() == [newer]
    assert [each for each in queries.newest_of_each() if each.url == URL] == [newer]
    assert queries.versions_of(older) == [newer, older]
    load(item("c"), url="https://council.example/forms/other", title="B")
    titles = [each.title for each in queries.forms_to_fill()]
    assert titles == sorted(titles) and {"B", title} <= set(titles)


def test_a_file_that_cannot_be_asked_leaves_nothing_behind(db):
    with pytest.raises(Refused, match="Line "):
        load(item("a", "attachment"))
    assert not AgencyForm.objects.filter(url=URL).exists()


def test_a_form_about_money_is_known_as_one(db):
    about = [{"url": OURS + "about-money", "valueBoolean": True}]
    assert load(item("a", "text", extension=source("budget.total")), extension=about).form.is_about_money


def test_a_retired_form_is_begun_no_more_and_what_was_begun_goes_on(cast, review, sheet):
    actions.retire_form(form=review, by=OFFICE)
    assert to_fill() == []
    with pytest.raises(Refused, match="no longer used. Please take a newer one"):
        actions.begin_sheet(form=review, individual=cast.individual, by=cast.as_worker)
    assert actions.save_answer(sheet=sheet, link_id="well", value=("yes",), based_on=0, by=cast.as_worker).answer
    with pytest.raises(Refused, match="already"):
        actions.retire_form(form=review, by=OFFICE)
    actions.use_again(form=review, by=OFFICE)
    assert to_fill() == [review]
    with pytest.raises(Refused, match="This form is in use"):
        actions.use_again(form=review, by=OFFICE)


@pytest.mark.parametrize("who", ["as_worker", "as_individual", "as_stranger"])
def test_only_who_manages_keeps_forms(cast, review, who):
    by = getattr(cast, who)
    for change in (
        lambda: load(item("z"), by=by, version="9"),
        lambda: actions.retire_form(form=review, by=by),
        lambda: actions.use_again(form=review, by=by),
    ):
        with pytest.raises(NotPermitted):
            change()
    assert to_fill() == [review]


def test_only_the_two_fill_a_form_in(cast, review, sheet, as_manager):
    for by in (cast.as_stranger, as_manager):
        with pytest.raises(NotPermitted):
            actions.begin_sheet(form=review, individual=cast.individual, by=by)
        with pytest.raises(NotPermitted):
            actions.save_answer(sheet=sheet, link_id="well", value=("yes",), based_on=0, by=by)
    assert actions.begin_sheet(form=review, individual=cast.individual, by=cast.as_individual) != sheet
