"""What a form asks follows from what was answered; what is typed is understood, or asked for in a sentence."""

from datetime import UTC, date, datetime

import pytest

from kith.access.refusal import Refused
from kith.questionnaires.answering import (
    Walk,
    asked,
    beginning,
    calculated,
    clean,
    in_words,
    missing,
    response,
)
from kith.questionnaires.structure import Question
from tests.questionnaires.made import HL7, choice, every, form, item, people, sums, when

TODAY = date(2026, 11, 26)
POUNDS = [
    {
        "url": HL7 + "questionnaire-unit",
        "valueCoding": {"system": "urn:iso:std:iso:4217", "code": "GBP", "display": "£"},
    }
]


def keys(found) -> list:
    return [each.key for each in found]


def test_a_question_is_asked_when_an_earlier_one_was_answered_so():
    found = form(item("a", "boolean"), item("b", enableWhen=[when("a", answerBoolean=True)]))
    assert keys(asked(found, {})) == [("a", ())]
    assert keys(asked(found, {("a", ()): ("no",)})) == [("a", ())]
    assert keys(asked(found, {("a", ()): ("yes",)})) == [("a", ()), ("b", ())]


@pytest.mark.parametrize(
    ("kind", "condition", "opening", "closing"),
    [
        ("integer", when("a", ">", answerInteger=3), "4", "3"),
        ("integer", when("a", ">=", answerInteger=10), "10", "9"),
        ("integer", when("a", "<", answerInteger=10), "9", "10"),
        ("decimal", when("a", "<=", answerDecimal=2.5), "2.50", "2.51"),
        ("decimal", when("a", "=", answerDecimal=2.5), "2.50", "2.05"),
        ("quantity", when("a", "!=", answerQuantity={"value": 2}), "3", "2.0"),
        ("date", when("a", ">", answerDate="2026-11-25"), "2026-11-26", "2026-11-25"),
        ("time", when("a", "<", answerTime="12:00:00"), "09:30", "12:00"),
        ("dateTime", when("a", "<", answerDateTime="2026-11-26T12:00:00Z"), "2026-11-26T09:30", "2026-11-26T12:00"),
        ("string", when("a", "=", answerString="tea"), "tea", "Tea"),
        ("string", when("a", "!=", answerString="tea"), "milk", "tea"),
        ("boolean", when("a", "!=", answerBoolean=True), "no", "yes"),
    ],
)
def test_answers_are_compared_by_what_they_mean(kind, condition, opening, closing):
    found = form(item("a", kind), item("b", enableWhen=[condition]))
    assert len(asked(found, {("a", ()): (opening,)})) == 2
    assert len(asked(found, {("a", ()): (closing,)})) == 1
    assert len(asked(found, {})) == 1


def test_whether_it_was_answered_at_all():
    found = form(
        item("a"),
        item("b", enableWhen=[when("a", "exists", answerBoolean=True)]),
        item("c", enableWhen=[when("a", "exists", answerBoolean=False)]),
    )
    assert keys(asked(found, {("a", ()): ("x",)})) == [("a", ()), ("b", ())]
    assert keys(asked(found, {})) == [("a", ()), ("c", ())]


@pytest.mark.parametrize(("behavior", "count"), [("all", 2), ("any", 3)])
def test_several_conditions_count_together_or_one_is_enough(behavior, count):
    waits = [when("a", answerBoolean=True), when("b", answerCoding={"code": "tea"})]
    found = form(
        item("a", "boolean"),
        choice("b", "tea", "milk", repeats=True),
        item("c", enableWhen=waits, enableBehavior=behavior),
    )
    assert len(asked(found, {("a", ()): ("no",), ("b", ()): ("milk", "tea")})) == count
    assert len(asked(found, {("a", ()): ("yes",), ("b", ()): ("milk", "tea")})) == 3


def test_what_stands_under_a_group_that_is_not_asked_is_not_asked():
    found = form(
        item("a", "boolean"),
        item("g", "group", enableWhen=[when("a", answerBoolean=True)], item=[item("g.1", required=True)]),
        item("z", enableWhen=[when("g.1", "exists", answerBoolean=True)]),
    )
    answers = {("a", ()): ("no",), ("g.1", ()): ("kept from before",)}
    assert keys(asked(found, answers)) == [("a", ())]
    assert missing(found, answers) == []
    assert "g.1" not in str(response(found, answers, status="completed", authored=datetime(2026, 11, 26, tzinfo=UTC)))


def test_a_question_under_a_question_waits_for_its_answer():
    found = form(item("a", item=[item("a.1"), item("a.w", "display")]))
    assert keys(asked(found, {})) == [("a", ()), ("a.w", ())]
    assert keys(asked(found, {("a", ()): ("x",)})) == [("a", ()), ("a.1", ()), ("a.w", ())]


def test_answers_to_what_the_form_does_not_have_are_passed_over():
    found = form(people())
    assert len(asked(found, {("gone", ()): ("x",), ("p.name", ()): ("x",)})) == 3


def test_what_is_missing():
    boxes = [item("g.1"), item("g.2")]
    found = form(
        item("a", required=True),
        item("b"),
        item("g", "group", required=True, item=boxes),
        item("r", required=True, readOnly=True),
    )
    assert keys(missing(found, {})) == [("a", ()), ("g", ())]
    assert missing(found, {("a", ()): ("x",), ("g.2", ()): ("x",)}) == []


def test_sums_are_worked_out_from_the_answers_there_are():
    costs = item("c", "group", repeats=True, item=[item("c.each", "quantity", extension=POUNDS)])
    total = f"{every('c.each')}.sum() + {every('fee')} * 2"
    found = form(item("fee", "integer"), costs, item("total", "quantity", extension=sums(total) + POUNDS))
    assert calculated(found, {}) == {("total", ()): ()}
    answers = {("fee", ()): ("5",), ("c.each", (0,)): ("12.50",), ("c.each", (1,)): ("0.25",)}
    assert calculated(found, answers) == {("total", ()): ("22.75",)}
    assert in_words(found.question("total"), ("22.75",)) == "£22.75"


def test_how_many_and_the_difference_are_worked_out():
    found = form(
        item("seen", repeats=True),
        item("now", "integer"),
        item("before", "integer"),
        item("how-many", "integer", extension=sums(every("seen") + ".count()")),
        item("more", "integer", extension=sums(f"-({every('before')} - {every('now')})")),
        item("praise", enableWhen=[when("more", ">", answerInteger=0)]),
    )
    answers = {("seen", ()): ("Tom", "Dawn"), ("now", ()): ("7",), ("before", ()): ("4",)}
    assert calculated(found, answers) == {("how-many", ()): ("2",), ("more", ()): ("3",)}
    assert ("praise", ()) in keys(asked(found, answers))
    assert ("more", ()) not in Walk(found, {("now", ()): ("7",)}).values


def test_nobody_answers_what_is_worked_out():
    found = form(item("a", "integer"), item("t", "integer", extension=sums(every("a")), required=True))
    answers = {("a", ()): ("2",), ("t", ()): ("999",)}
    assert calculated(found, answers) == {("t", ()): ("2",)}
    assert missing(found, {}) == []


def test_a_form_may_begin_with_answers():
    found = form(item("a", initial=[{"valueString": "x"}]), item("b"))
    assert beginning(found) == {("a", ()): ("x",)}


@pytest.mark.parametrize(
    ("question", "typed", "value", "words"),
    [
        (item("a"), "  Greg   H ", ("Greg H",), "Greg H"),
        (item("a", "text"), "One\r\ntwo", ("One\ntwo",), "One\ntwo"),
        (item("a"), "  ", (), ""),
        (item("a"), "Gr\x00eg", ("Greg",), "Greg"),
        (item("a"), "\u202e\x00", (), ""),
        (item("a", "integer"), "1,200", ("1200",), "1200"),
        (item("a", "integer"), "007", ("7",), "7"),
        (item("a", "decimal"), "12.50", ("12.50",), "12.50"),
        (item("a", "quantity", extension=POUNDS), "£1,250.50", ("1250.50",), "£1250.50"),
        (item("a", "boolean"), "yes", ("yes",), "Yes"),
        (item("a", "date"), "24/11/26", ("2026-11-24",), "24 November 2026"),
        (item("a", "date"), "1 dec", ("2026-12-01",), "1 December 2026"),
        (item("a", "time"), "2.30pm", ("14:30",), "2:30pm"),
        (item("a", "dateTime"), ["24 November 2026", "2pm"], ("2026-11-24T14:00",), "24 November 2026, 2pm"),
        (item("a", "dateTime"), ["Tuesday 24 Nov 2026", "2pm"], ("2026-11-24T14:00",), "24 November 2026, 2pm"),
        (item("a", "dateTime"), ["", ""], (), ""),
        (item("a", "url"), "https://place.example/x", ("https://place.example/x",), "https://place.example/x"),
        (choice("a", "tea", "milk"), "tea", ("tea",), "Tea"),
        (choice("a", "tea", "milk", repeats=True), ["tea", "milk", "tea"], ("tea", "milk"), "Tea, Milk"),
        (choice("a", "tea", kind="open-choice"), ["", "=Hot water"], ("=Hot water",), "Hot water"),
        (choice("a", "tea", kind="open-choice"), ["", "Hot water"], ("=Hot water",), "Hot water"),
        (choice("a", "tea", kind="open-choice"), ["=TEA"], ("tea",), "Tea"),
        (choice("a", "tea", kind="open-choice"), ["="], (), ""),
        (item("a", repeats=True), "Tom\n\nDawn\n", ("Tom", "Dawn"), "Tom, Dawn"),
    ],
)
def test_what_is_typed_is_understood(question, typed, value, words):
    found = form(question).question("a")
    assert clean(found, typed, TODAY) == value
    assert in_words(found, value) == words


@pytest.mark.parametrize(
    ("question", "typed", "sentence"),
    [
        (item("a", "integer"), "a few", "Please write a whole number, like 12."),
        (item("a", "integer"), "1.5", "Please write a whole number, like 12."),
        (item("a", "integer"), "1e9", "Please write a whole number, like 12."),
        (item("a", "decimal"), "NaN", "Please write a number, like 12 or 12.50."),
        (item("a", "decimal"), "9" * 40, "Please write a number, like 12 or 12.50."),
        (item("a", "boolean"), "perhaps", "Please choose yes or no."),
        (item("a", "date"), "31 February", "We could not read that as a day. Try it like 24 November 2026."),
        (item("a", "time"), "25:00", "We could not read that as a time. Try it like 2pm or 14:30."),
        (
            item("a", "dateTime"),
            ["Tuesday 24 November", ""],
            "Please write a day and a time, like 24 November 2026 and 2pm.",
        ),
        (item("a", "url"), "javascript:alert(1)", "Please write a whole address, like https://place.example."),
        (item("a", maxLength=3), "four", "This is 4 letters, and 3 fit here. All of it is still in the box."),
        (choice("a", "tea"), "milk", "Please choose one of these."),
        (choice("a", "tea"), "=Hot water", "Please choose one of these."),
        (choice("a", "tea", "milk"), ["tea", "milk"], "Please choose only one of these."),
        (item("a"), ["Tom", "Dawn"], "Please give only one answer."),
        (item("a", "integer", extension=[{"url": HL7 + "minValue", "valueInteger": 2}]), "1", "This can be 2 or more."),
        (item("a", "integer", extension=[{"url": HL7 + "maxValue", "valueInteger": 2}]), "3", "This can be 2 or less."),
    ],
)
def test_what_is_not_understood_is_asked_for(question, typed, sentence):
    with pytest.raises(Refused) as caught:
        clean(form(question).question("a"), typed, TODAY)
    assert str(caught.value) == sentence


def test_answers_are_told_to_other_systems():
    found = form(
        item("w", "display"),
        item(
            "g",
            "group",
            item=[item("g.1", "boolean"), item("g.2", "date"), item("g.3", "time"), item("g.4", "dateTime")],
        ),
        people(),
        item("n", "quantity", extension=POUNDS),
        choice("c", "tea", kind="open-choice", repeats=True),
        item("u", "url", item=[item("u.1", "integer")]),
        item("empty", "group", item=[item("empty.1")]),
    )
    answers = {
        ("g.1", ()): ("yes",),
        ("g.2", ()): ("2026-11-24",),
        ("g.3", ()): ("14:30",),
        ("g.4", ()): ("2026-07-01T09:00",),
        ("p.name", (0,)): ("Tom",),
        ("p.name", (1,)): ("Dawn",),
        ("n", ()): ("12.50",),
        ("c", ()): ("tea", "=Hot water"),
        ("u", ()): ("https://place.example",),
        ("u.1", ()): ("7",),
    }
    told = response(found, answers, status="completed", authored=datetime(2026, 11, 26, 9, tzinfo=UTC), author="Vish")
    assert told["questionnaire"] == "https://council.example/forms/review|1"
    assert (told["authored"], told["author"]) == ("2026-11-26T09:00:00+00:00", {"display": "Vish"})
    assert [each["linkId"] for each in told["item"]] == ["g", "p", "p", "n", "c", "u"]
    assert [each["answer"] for each in told["item"][0]["item"]] == [
        [{"valueBoolean": True}],
        [{"valueDate": "2026-11-24"}],
        [{"valueTime": "14:30:00"}],
        [{"valueDateTime": "2026-07-01T09:00:00+01:00"}],
    ]
    assert told["item"][2]["item"][0]["answer"] == [{"valueString": "Dawn"}]
    assert told["item"][3]["answer"] == [
        {"valueQuantity": {"value": 12.5, "unit": "£", "system": "urn:iso:std:iso:4217", "code": "GBP"}}
    ]
    assert told["item"][4]["answer"] == [
        {"valueCoding": {"code": "tea", "display": "Tea"}},
        {"valueString": "Hot water"},
    ]
    assert told["item"][5]["answer"][0]["item"][0]["answer"] == [{"valueInteger": 7}]


@pytest.mark.parametrize(("word", "words"), [("10.5", "£10.50"), ("10.50", "£10.50"), ("10", "£10")])
def test_pence_are_told_in_two_figures(word, words):
    asked = Question(link_id="1", number="1", words="What is it?", kind="quantity", unit="£")
    assert in_words(asked, (word,)) == words
