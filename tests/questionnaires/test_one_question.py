"""One question on a page: every kind has a box with a name, and keeps what was typed."""

import html5lib
import pytest
from django.template.loader import render_to_string

from kith.questionnaires.answering import clean
from kith.questionnaires.structure import KINDS, NO_ANSWER
from tests.questionnaires.made import HL7, choice, form, item
from tests.questionnaires.test_answering import POUNDS, TODAY

HELP = item(
    "a.h",
    "display",
    text="As you like",
    extension=[
        {
            "url": HL7 + "questionnaire-itemControl",
            "valueCodeableConcept": {
                "coding": [{"system": "http://hl7.org/fhir/questionnaire-item-control", "code": "help"}]
            },
        }
    ],
)


def drawn(question: dict, typed=(), error=""):
    found = form(question).question("a")
    html = render_to_string("questionnaires/_question.html", {"question": found, "typed": list(typed), "error": error})
    return html5lib.parse(html, namespaceHTMLElements=False)


def of_kind(kind: str, **more) -> dict:
    return choice("a", "tea", "milk", kind=kind, **more) if "choice" in kind else item("a", kind, **more)


def boxes(page) -> list:
    return [each for each in page.iter() if each.tag in ("input", "textarea")]


def sent(page) -> list[str]:
    """What a browser would send."""
    ticked = [box for box in boxes(page) if box.get("type") not in ("radio", "checkbox") or "checked" in box.attrib]
    return [(box.text or "").strip("\n") if box.tag == "textarea" else box.get("value", "") for box in ticked]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in NO_ANSWER])
def test_every_box_has_a_name_and_everything_said_of_it_is_there(kind):
    page = drawn(of_kind(kind, item=[HELP]), error="Please look again.")
    ids = {each.get("id") for each in page.iter() if each.get("id")}
    labels = {each.get("for"): "".join(each.itertext()).strip() for each in page.iter("label")}
    legends = ["".join(each.itertext()) for each in page.iter("legend")]
    assert boxes(page)
    assert all(labels.get(box.get("id")) for box in boxes(page))
    assert "1 Question a" in [*legends, *labels.values()]
    described = [name for each in page.iter() for name in each.get("aria-describedby", "").split()]
    assert {"answer_help", "answer_error"} <= set(described) <= ids
    assert "As you like" in "".join(page.itertext()) and "Please look again." in "".join(page.itertext())


@pytest.mark.parametrize(
    ("question", "value"),
    [
        (item("a"), ("Greg",)),
        (item("a", repeats=True), ("Tom", "Dawn")),
        (item("a", "text"), ("One\n\ntwo",)),
        (item("a", "boolean"), ("no",)),
        (item("a", "integer"), ("7",)),
        (item("a", "quantity", extension=POUNDS), ("12.50",)),
        (item("a", "date"), ("2026-11-24",)),
        (item("a", "time"), ("14:30",)),
        (item("a", "dateTime"), ("2026-11-24T14:30",)),
        (item("a", "url"), ("https://place.example",)),
        (choice("a", "tea", "milk"), ("milk",)),
        (choice("a", "tea", "milk", repeats=True), ("tea", "milk")),
        (choice("a", "tea", kind="open-choice"), ("=Hot water",)),
        (choice("a", "tea", kind="open-choice"), ("tea",)),
        (choice("a", "tea"), ()),
    ],
)
def test_an_answer_that_is_shown_and_sent_back_stays_the_same(question, value):
    assert clean(form(question).question("a"), sent(drawn(question, value)), TODAY) == value


@pytest.mark.parametrize(
    ("question", "typed"),
    [
        (item("a", "date"), ["31 February"]),
        (item("a", "integer"), ["a few"]),
        (item("a", "dateTime"), ["Tuesday", "teatime"]),
        (item("a", repeats=True), ["one\ntwo"]),
        (item("a", "text"), ["<b>&amp;"]),
    ],
)
def test_what_was_typed_stays_in_the_box(question, typed):
    assert sent(drawn(question, typed, error="Please look again.")) == typed


def test_a_choice_can_be_taken_back():
    assert [box.get("value") for box in boxes(drawn(choice("a", "tea"), ["tea"]))] == ["tea", ""]
    assert [box.get("value") for box in boxes(drawn(choice("a", "tea")))] == ["tea"]
