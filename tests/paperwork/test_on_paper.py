"""On paper nothing opens by itself: what hangs on an answer says so, and what repeats has room."""

import re

import pytest
from django.urls import reverse

from kith.paperwork import actions
from kith.paperwork.filled import filled
from kith.paperwork.on_paper import on_paper
from kith.questionnaires.only_if import only_if
from tests.questionnaires.made import choice, form, item, when

from .conftest import begun
from .forms import item as asked
from .forms import loaded

HANGS = {"enableWhen": [{"question": "1", "operator": "=", "answerBoolean": True}]}
ITEMS = [
    asked("1", "Do you go out?", "boolean", required=True),
    asked("2", "Where to?", "string", **HANGS),
    asked("3", "With whom?", "string", enableWhen=[{"question": "2", "operator": "exists", "answerBoolean": True}]),
    asked("4", "One thing", "group", repeats=True, item=[asked("4.1", "What?", "string"), asked("4.2", "Why?")]),
]


@pytest.fixture
def filling(cast, met):
    return begun(cast, met, loaded("paper", ITEMS))


def answer(filling, link_id: str, words: str, by, place=()):
    return actions.answer(filling=filling, key=(link_id, place), value=(words,), based_on=0, by=by)


def sheet(client, cast, filling) -> str:
    client.force_login(cast.worker)
    page = client.get(reverse("paperwork:paper", args=[cast.individual.public_id, filling.public_id])).content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", page.split("</h1>")[1].split("<footer")[0]).split())


def test_what_hangs_on_an_answer_says_on_which(client, cast, filling):
    told = sheet(client, cast, filling)
    assert "2 Where to? Only if you answered “Yes” to 1." in told
    assert "3 With whom? Only if you answered 2." in told
    assert "1 Do you go out? The form needs this. ☐ Yes &nbsp; ☐ No" in told


def test_what_an_answer_has_closed_is_left_out_and_what_it_opened_says_nothing(client, cast, filling):
    answer(filling, "1", "yes", cast.as_worker)
    told = sheet(client, cast, filling)
    assert "2 Where to?" in told and "answered “Yes”" not in told
    actions.answer(filling=filling, key=("1", ()), value=("no",), based_on=1, by=cast.as_worker)
    told = sheet(client, cast, filling)
    assert "Where to?" not in told and "With whom?" not in told


def test_what_repeats_has_room_for_three_and_more_on_the_back(client, cast, filling):
    told = sheet(client, cast, filling)
    assert [told.count(f"4 One thing ({count})") for count in (1, 2, 3, 4)] == [1, 1, 1, 0]
    assert told.count("4.1 What?") == 3 and "Write them on the back, with the number 4." in told


def test_what_is_there_is_printed_and_the_room_is_the_rest(client, cast, filling):
    answer(filling, "4.1", "A class", cast.as_worker, (0,))
    told = sheet(client, cast, filling)
    assert "4 One thing (1) 4.1 What? A class" in told and told.count("4.1 What?") == 3
    for count in (1, 2, 3):
        answer(filling, "4.1", "Another", cast.as_worker, (count,))
    assert sheet(client, cast, filling).count("4.1 What?") == 4


def test_it_asks_what_the_screen_asks_in_the_same_order(filling):
    there = [(each.question.link_id, each.line.key[1]) for each in on_paper(filled(filling)) if each.line]
    assert there == [line.key for line in filled(filling).lines if line.question.kind != "group"]


def test_inside_what_repeats_there_is_room_once(cast, met):
    inner = asked("1.1", "A day", "group", repeats=True, item=[asked("1.1.1", "When?", "string")])
    outer = asked("1", "A week", "group", repeats=True, item=[inner])
    things = on_paper(filled(begun(cast, met, loaded("weeks", [outer]))))
    assert [each.question.link_id for each in things].count("1.1.1") == 3
    assert sum(each.is_room_for_more for each in things) == 4


@pytest.mark.parametrize(
    ("about", "waits", "words"),
    [
        (item("a", "integer"), when("a", ">", answerInteger=3), "1 is more than 3"),
        (item("a", "integer"), when("a", "<=", answerInteger=3), "1 is 3 or less"),
        (item("a", "date"), when("a", ">=", answerDate="2026-12-01"), "1 is 1 December 2026 or later"),
        (item("a", "date"), when("a", "<", answerDate="2026-12-01"), "1 is earlier than 1 December 2026"),
        (
            choice("a", "tea", "milk"),
            when("a", "!=", answerCoding={"code": "tea"}),
            "you answered anything but “Tea” to 1",
        ),
        (item("a"), when("a", "exists", answerBoolean=False), "you left 1 empty"),
        (item("a"), when("a", answerString="bus"), "you answered “bus” to 1"),
    ],
)
def test_each_condition_has_its_words(about, waits, words):
    found = form(about, item("b", enableWhen=[waits]))
    assert only_if(found, found.question("b")) == f"Only if {words}."


@pytest.mark.parametrize(("behavior", "between"), [("all", "and"), ("any", "or")])
def test_several_conditions_are_told_together(behavior, between):
    waits = [when("a", answerBoolean=True), when("c", "exists", answerBoolean=True)]
    found = form(item("a", "boolean"), item("c"), item("b", enableWhen=waits, enableBehavior=behavior))
    assert only_if(found, found.question("b")) == f"Only if you answered “Yes” to 1 {between} you answered 2."


def test_several_answers_to_one_question_are_told_in_one():
    waits = [when("a", answerCoding={"code": code}) for code in ("tea", "milk")]
    found = form(choice("a", "tea", "milk"), item("b", enableWhen=waits, enableBehavior="any"))
    assert only_if(found, found.question("b")) == "Only if you answered “Tea” or “Milk” to 1."


def test_what_stands_under_a_question_waits_for_its_answer():
    found = form(item("a", item=[item("b"), item("c", "display")]))
    assert only_if(found, found.question("b")) == "Only if you answered 1."
    assert only_if(found, found.question("c")) == only_if(found, found.question("a")) == ""
