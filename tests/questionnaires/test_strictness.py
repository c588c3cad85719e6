"""A mark is understood or the file is turned away: a form about money is never taken for another."""

import json

import pytest

from kith.access.refusal import Refused
from kith.questionnaires.reading import read, read_kept
from tests.questionnaires.made import HL7, KNOWN, OURS, form, item, source, when, written


def refused(*items: dict, **more) -> str:
    with pytest.raises(Refused) as caught:
        read(written(*items, **more), KNOWN)
    return str(caught.value)


def mark(**said) -> dict:
    return {"extension": [{"url": OURS + "about-money", **said}]}


@pytest.mark.parametrize("said", ["true", "false", "yes", 1, 0, None])
def test_the_mark_is_true_or_false_and_nothing_like_it(said):
    sentence = refused(item("a"), **mark(valueBoolean=said))
    assert sentence == "Line 15: “valueBoolean” is not written as FHIR R4 has it."


@pytest.mark.parametrize(
    ("said", "words"), [({}, "needs a “valueBoolean”"), ({"valueString": "true"}, "needs a “valueBoolean”")]
)
def test_a_mark_that_says_nothing_is_asked_to(said, words):
    assert words in refused(item("a"), **mark(**said))


@pytest.mark.parametrize("spelt", ["about-Money", "about_money", "about-money ", "money", "known-source"])
def test_a_mark_that_is_spelt_otherwise_is_not_passed_over(spelt):
    sentence = refused(item("a"), extension=[{"url": OURS + spelt, "valueBoolean": True}])
    assert "has no meaning here" in sentence or "not written as FHIR R4 has it" in sentence


def test_a_mark_on_a_question_is_not_passed_over():
    assert "has no meaning here" in refused(item("a", **mark(valueBoolean=True)))
    assert "has no meaning here" in refused(item("a"), extension=source("name"))


def test_a_plain_no_is_no():
    assert not form(item("a"), **mark(valueBoolean=False)).about_money
    assert form(item("a"), **mark(valueBoolean=True)).about_money


@pytest.mark.parametrize("name", ["required", "repeats", "readOnly"])
@pytest.mark.parametrize("said", ["true", "false", 1, None])
def test_what_is_true_or_false_is_written_so(name, said):
    assert f"“{name}” is not written as FHIR R4 has it" in refused(item("a"), item("b", **{name: said}))


def test_hidden_is_not_said_in_a_string():
    hidden = [{"url": HL7 + "questionnaire-hidden", "valueBoolean": "true"}]
    assert refused(item("a", extension=hidden)).endswith("“valueBoolean” is not written as FHIR R4 has it.")
    assert "needs a “valueBoolean”" in refused(
        item("a", extension=[{"url": HL7 + "questionnaire-hidden", "valueString": "true"}])
    )


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (item("a", maxLength="5"), "“maxLength” is not written"),
        (item("a", maxLength=5.0), "“maxLength” is not written"),
        (item("a", maxLength=True), "“maxLength” is not written"),
        (item("a", enableWhen=[when("z", answerBoolean="true")]), "“answerBoolean” is not written"),
        (item("a", "integer", initial=[{"valueInteger": "3"}]), "“valueInteger” is not written"),
        (item("a", "decimal", initial=[{"valueDecimal": "3"}]), "“valueDecimal” is not written"),
        (item("a", extension=[{"url": HL7 + "questionnaire-unit", "valueString": "£"}]), "needs a “valueCoding”"),
        (
            item("a", "display", extension=[{"url": HL7 + "questionnaire-itemControl", "valueString": "help"}]),
            "needs a “valueCodeableConcept”",
        ),
    ],
)
def test_other_kinds_of_value_end_in_a_sentence(question, words):
    sentence = refused(item("z", "boolean"), question)
    assert sentence.startswith("Line ") and words in sentence


def test_a_form_that_names_the_budget_has_to_say_that_it_is_about_money():
    sentence = refused(item("a", extension=source("budget.total")), item("b", extension=source("direction")))
    assert "“budget.total” is about money. Please say so: add “https://kith.example/" in sentence
    assert "may not be filled from “direction”" in refused(
        item("a", extension=source("budget.total")), item("b", extension=source("direction")), **mark(valueBoolean=True)
    )
    assert "is about money" in refused(item("a", extension=source("budget.total")), **mark(valueBoolean=False))


def test_a_form_loaded_before_is_about_money_as_soon_as_it_names_the_budget():
    assert read_kept(written(item("a", extension=source("budget.total")))).about_money
    assert read_kept(written(item("a"), **mark(valueBoolean="true"))).about_money
    assert not read_kept(written(item("a", extension=source("direction")))).about_money
    assert not read_kept(json.dumps(json.loads(written(item("a"), **mark(valueBoolean=False))))).about_money
