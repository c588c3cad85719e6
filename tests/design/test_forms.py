"""Fields read what people type, keep it, and say calmly what to look at."""

from datetime import date

import pytest
from django.template import Context, Engine

from kith.design import fields, phones
from kith.design.days import read_day
from kith.design.forms import KithForm

TODAY = date(2026, 11, 24)


class Note(KithForm):
    met_on = fields.Day(label="When did you meet?", today=lambda: TODAY, missing="Please give the day you met.")
    shared = fields.LongText(label="What you talked about", seen_by="Greg sees this", limit=12, required=False)
    told = fields.Choice(label="What may be said?", choices=[("none", "No name"), ("first", "First name")])


def page(source, **context):
    return Engine.get_default().from_string("{% load design %}" + source).render(Context(context))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-11-24", TODAY),
        ("24/11/2026", TODAY),
        ("24.11.26", TODAY),
        ("24/11", TODAY),
        ("24 nov", TODAY),
        (" Tuesday  24th November ", TODAY),
        ("24 Sept 2025", date(2025, 9, 24)),
        ("3 January", date(2027, 1, 3)),
        ("yesterday", date(2026, 11, 23)),
        ("29 February 2028", date(2028, 2, 29)),
        ("31 February", None),
        ("13/13/2026", None),
        ("24 octember", None),
        ("0 May", None),
        ("soon", None),
        ("9999999-1-1", None),
    ],
)
def test_days_are_read_as_people_write_them(typed, meant):
    assert read_day(typed, TODAY) == meant


def test_a_day_in_words_becomes_a_date():
    form = Note({"met_on": "24 November", "told": "first"})
    assert form.is_valid()
    assert form.cleaned_data["met_on"] == TODAY


def test_words_that_are_no_day_stay_in_the_box():
    form = Note({"met_on": "market day", "told": "first"})
    drawn = form["met_on"].as_field_group()
    assert "We could not read that as a day." in drawn
    assert 'type="text"' in drawn
    assert 'value="market day"' in drawn


def test_a_known_day_is_shown_in_a_picker():
    assert 'type="date" name="met_on" value="2026-11-24"' in Note(initial={"met_on": TODAY})["met_on"].as_widget()


def test_too_many_letters_are_told_and_kept():
    form = Note({"met_on": "today", "told": "first", "shared": "Kick-boxing every week"})
    assert form.errors["shared"] == ["This is 22 letters, and 12 fit here. All of it is still in the box."]
    assert "Kick-boxing every week" in form["shared"].as_field_group()


def test_the_ends_of_lines_count_once():
    assert Note({"met_on": "today", "told": "first", "shared": "12345\r\n678901"}).is_valid()


@pytest.mark.shows("Q-80")
def test_a_field_names_who_sees_it_its_hint_and_its_error():
    drawn = Note({"shared": "x" * 13})["shared"].as_field_group()
    assert 'aria-describedby="id_shared_who id_shared_helptext id_shared_error"' in drawn
    assert 'id="id_shared_who">Greg sees this</span>' in drawn
    assert "Up to 12 letters." in drawn
    assert 'aria-invalid="true"' in drawn
    assert 'id="id_shared_error"' in drawn


def test_choices_are_a_named_group():
    drawn = Note({})["told"].as_field_group()
    assert 'aria-describedby="id_told_error"' in drawn
    assert "<legend>What may be said?</legend>" in drawn
    assert '<label for="id_told_0">No name</label>' in drawn


@pytest.mark.shows("Q-80")
def test_the_summary_leads_to_each_field():
    form = Note({})
    form.add_error(None, "Greg has not agreed to these words yet.")
    summary = page("{% form_errors form %}", form=form)
    assert 'role="alert"' in summary
    assert '<a href="#id_met_on"><strong>When did you meet?</strong></a><br>Please give the day you met.' in summary
    assert 'href="#id_told_0"' in summary
    assert "<li>Greg has not agreed to these words yet.</li>" in summary


def test_nothing_wrong_means_no_summary():
    assert page("{% form_errors form other %}", form=Note(), other=None).strip() == ""


def test_nothing_is_marked_as_required():
    drawn = str(Note())
    assert "required" not in drawn
    assert "*" not in drawn


def test_yes_and_no_come_back_as_they_are():
    class Again(KithForm):
        again = fields.YesNo(label="Again?", required=False)

    cleaned = []
    for answer in ({"again": "yes"}, {"again": "no"}, {}):
        form = Again(answer)
        assert form.is_valid()
        cleaned.append(form.cleaned_data["again"])
    assert cleaned == [True, False, None]
    assert 'value="no" id="id_again_1" checked' in str(Again(initial={"again": False}))


def test_telephone_numbers_are_kept_whole_and_shown_as_written_here():
    assert phones.read("(01632) 960 412") == "+441632960412"
    assert phones.read("ask at the desk") is None
    assert page("{{ number|phone }}", number="+447700900123") == "07700 900123"
