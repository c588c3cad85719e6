"""An agency's form is a file. It is read as it stands, or turned away in one sentence that names the line."""

import json

import pytest

from kith.access.refusal import Refused
from kith.questionnaires.reading import read
from kith.questionnaires.structure import Option
from tests.questionnaires.made import (
    HL7,
    KNOWN,
    OURS,
    choice,
    every,
    form,
    item,
    questionnaire,
    source,
    sums,
    when,
    written,
)


def refused(*items: dict, **more) -> str:
    with pytest.raises(Refused) as caught:
        read(written(*items, **more), KNOWN)
    return str(caught.value)


def test_a_form_is_read_as_it_stands():
    found = form(
        item("intro", "display"),
        item("a", "group", item=[item("a.1", required=True, maxLength=30), item("a.2", "date", repeats=True)]),
        choice("b", "tea", "coffee"),
        description="What it is for",
        publisher="Calder Council",
    )
    assert (found.url, found.version, found.title) == ("https://council.example/forms/review", "1", "A review")
    assert [(each.link_id, each.number, each.kind) for each in found.all_questions()] == [
        ("intro", "", "display"),
        ("a", "1", "group"),
        ("a.1", "1.1", "string"),
        ("a.2", "1.2", "date"),
        ("b", "2", "choice"),
    ]
    first = found.question("a.1")
    assert (first.required, first.repeats, first.max_length) == (True, False, 30)
    assert found.question("a.2").repeats
    assert found.question("b").options == (Option("tea", "", "Tea"), Option("coffee", "", "Coffee"))
    assert (found.words, found.publisher, found.about_money) == ("What it is for", "Calder Council", False)


def test_a_number_in_the_file_is_the_number_on_paper():
    found = form(item("a", prefix="A."), item("b", "group", prefix="B)", item=[item("c")]))
    assert [each.number for each in found.all_questions()] == ["A", "B", "B.1"]


def test_words_that_explain_a_question_become_its_help():
    control = {"coding": [{"system": "http://hl7.org/fhir/questionnaire-item-control", "code": "help"}]}
    helps = item(
        "a.h", "display", extension=[{"url": HL7 + "questionnaire-itemControl", "valueCodeableConcept": control}]
    )
    found = form(item("a", item=[helps]))
    assert (found.question("a").help, found.question("a").items) == ("Question a.h", ())


def test_units_bounds_and_first_answers_are_read():
    unit = {
        "url": HL7 + "questionnaire-unit",
        "valueCoding": {"system": "urn:iso:std:iso:4217", "code": "GBP", "display": "£"},
    }
    least = {"url": HL7 + "minValue", "valueInteger": 0}
    found = form(
        item("a", "quantity", extension=[unit]),
        item("b", "integer", extension=[least], initial=[{"valueInteger": 3}]),
        choice("c", "tea", initial=[{"valueCoding": {"code": "tea"}}]),
    )
    assert (found.question("a").unit, found.question("a").unit_code) == ("£", "GBP")
    assert (found.question("b").least, found.question("b").initial) == ("0", ("3",))
    assert found.question("c").initial == ("tea",)


def test_a_list_of_choices_may_come_with_the_file():
    concepts = {"include": [{"system": "https://council.example/drinks", "concept": [{"code": "t", "display": "Tea"}]}]}
    drinks = {"resourceType": "ValueSet", "id": "drinks", "status": "active", "compose": concepts}
    found = form(item("a", "choice", answerValueSet="#drinks"), contained=[drinks])
    assert found.question("a").options == (Option("t", "https://council.example/drinks", "Tea"),)


def test_a_question_names_what_kith_knows_already():
    assert form(item("a", "text", extension=source("direction"))).sources == {"direction"}


@pytest.mark.parametrize("name", ["budget.total", "what_helps", "lines.picked"])
def test_a_form_about_money_is_filled_from_few_things(name):
    about_money = {"extension": [{"url": OURS + "about-money", "valueBoolean": True}]}
    found = form(item("a", "text", extension=source(name)), **about_money)
    assert found.about_money
    for never in ("interests", "name", "direction"):
        asked = item("a", "text", extension=source(never))
        assert f"may not be filled from “{never}”" in refused(asked, **about_money)


@pytest.mark.parametrize("kind", ["attachment", "reference", "question", "bogus"])
def test_what_kith_cannot_ask_turns_the_file_away(kind):
    assert refused(item("a"), item("b", kind)).endswith(f"Kith does not know questions of the type “{kind}”.")


def test_the_line_is_named():
    lines = written(item("a"), item("b", "attachment")).splitlines()
    number = next(count for count, line in enumerate(lines, 1) if '"linkId": "b"' in line) - 1
    assert refused(item("a"), item("b", "attachment")).startswith(f"Line {number}: ")


@pytest.mark.parametrize(
    ("items", "words"),
    [
        ([], "the form has no questions"),
        ([item("a"), item("a")], "“linkId” “a” stands twice"),
        ([{"text": "Who?", "type": "string"}], "“linkId” is missing"),
        ([item("a", bogus=1)], "“bogus” is not a part that FHIR R4 has here"),
        ([item("a", required="perhaps")], "“required” is not written as FHIR R4 has it"),
        ([item("a", text=" ")], "question “a” has no words"),
        ([item("a", text="<b>Who</b>?")], "“text” has HTML in it"),
        ([item("a", text="Who &lt;b&gt;?")], "“text” has HTML in it"),
        ([item("a", "choice")], "has nothing to choose from"),
        ([item("a", answerOption=[{"valueString": "x"}])], "cannot have choices"),
        ([choice("a", "x", "x")], "has the same choice twice"),
        ([choice("a", "=x")], "a choice cannot begin with “=”"),
        ([item("a", "choice", answerValueSet="https://other.example/list")], "in a list that is not in this file"),
        ([item("a", modifierExtension=[{"url": "https://x.example", "valueBoolean": True}])], "“modifierExtension”"),
        ([item("a", extension=[{"url": HL7 + "questionnaire-hidden", "valueBoolean": True}])], "is hidden"),
        ([item("a", repeats=True, item=[item("b")])], "has several answers and questions under each"),
        ([item("a", "dateTime", repeats=True)], "asks for several days with a time"),
        ([item("a", "display", item=[item("b")])], "cannot have questions under it"),
        ([item("a", "boolean", maxLength=3)], "cannot have that “maxLength”"),
        ([item("a", extension=source("mood"))], "“mood” is nothing that Kith could fill"),
        ([item("a", "group", extension=source("name"))], "cannot be filled from what Kith knows"),
        ([item("a", "integer", initial=[{"valueString": "x"}])], "begins with an answer that does not fit it"),
        ([item("a", extension=[{"url": HL7 + "minValue", "valueInteger": 3}])], "smallest or largest"),
    ],
)
def test_each_fault_has_its_sentence(items, words):
    sentence = refused(*items)
    assert sentence.startswith("Line ")
    assert words in sentence
    assert "\n" not in sentence


@pytest.mark.parametrize(
    ("waits", "words"),
    [
        ([when("a", "exists", answerBoolean=True)], "which comes no earlier"),
        ([when("later", "exists", answerBoolean=True)], "which comes no earlier"),
        ([when("nowhere", "exists", answerBoolean=True)], "which is not in the form"),
        ([when("words", "exists", answerBoolean=True)], "which has no answer"),
        ([when("yes", "=", answerString="yes")], "an answer that “yes” cannot have"),
        ([when("drink", "=", answerCoding={"code": "milk"})], "an answer that “drink” cannot have"),
        ([when("drink", ">", answerCoding={"code": "tea"})], "which has no more and no less"),
        ([when("yes", "exists", answerString="x")], "whether “yes” is to be answered"),
        ([when("yes", "like", answerBoolean=True)], "no way to compare answers"),
        ([when("yes", answerBoolean=True), when("drink", answerCoding={"code": "tea"})], "whether all count, or any"),
    ],
)
def test_conditions_ask_about_earlier_questions_in_a_way_they_answer(waits, words):
    first = [item("words", "display"), item("yes", "boolean"), choice("drink", "tea")]
    assert words in refused(*first, item("a", enableWhen=waits), item("later"))


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("1 +", "it ends too early"),
        ("(1 + 2", "a bracket is not closed"),
        ("1 + 2)", "do not fit together"),
        ("* 2", "stands where a number is needed"),
        ("today()", "“today()” is not understood"),
        ("1 / 0", "is not understood"),
        (every("n") + ".where($this > 1)", "is not understood"),
        ("%resource.item.where(linkId='n').answer.value.matches('(a+)+$')", "is not understood"),
        ("1" * 600, "it is too long"),
        ("(" * 200, "it has too many parts"),
        (every("late"), "names “late”, which comes no earlier"),
        (every("nowhere"), "which is not in the form"),
        (every("words"), "which is no number"),
        (every("many.n"), "which may have several answers: add .sum() or .count()"),
        (every("d"), "may not be a whole number"),
        (every("n") + " * 1.5", "may not be a whole number"),
    ],
)
def test_only_plain_sums_are_worked_out(expression, words):
    many = item("many", "group", repeats=True, item=[item("many.n", "integer")])
    first = [item("n", "integer"), item("d", "decimal"), item("words"), many]
    assert words in refused(*first, item("total", "integer", extension=sums(expression)), item("late", "integer"))


def test_only_one_number_is_worked_out():
    assert "has to be one number" in refused(item("a", "integer"), item("t", "text", extension=sums(every("a"))))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"url": ""}, "the form has no “url”"),
        ({"version": None}, "the form has no “version”"),
        ({"title": None}, "the form has no “title”"),
        ({"resourceType": "Patient"}, "this is not a FHIR Questionnaire"),
        ({"title": "<script>x</script>"}, "“title” has HTML in it"),
    ],
)
def test_a_form_can_be_known_again(changes, words):
    kept = {name: value for name, value in (questionnaire(item("a")) | changes).items() if value is not None}
    with pytest.raises(Refused, match=words):
        read(json.dumps(kept), KNOWN)
