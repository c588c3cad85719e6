"""A file from anywhere ends in one sentence, soon, whatever it holds."""

import json

import pytest

from kith.access.refusal import Refused
from kith.questionnaires import located
from kith.questionnaires.reading import MOST_OPTIONS, MOST_QUESTIONS, read
from tests.questionnaires.made import HL7, KNOWN, choice, form, item, when, written

DEEP = '{"item":[' * 20_000


def refused(content: str | bytes) -> str:
    with pytest.raises(Refused) as caught:
        read(content, KNOWN)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 400
    return str(caught.value)


def nested(times: int) -> dict:
    found = item("last")
    for count in range(times):
        found = item(f"g{count}", "group", item=[found])
    return found


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "cannot be read as JSON"),
        (" \n\t", "the file is empty"),
        ("{", "cannot be read as JSON"),
        ("[]", "holds no form"),
        ("7", "holds no form"),
        ("{} {}", "cannot be read as JSON"),
        ("[" * 100_000, "stand inside each other"),
        (DEEP, "stand inside each other"),
        ('{"a":1,\n"a":2}', "Line 1: “a” stands twice"),
        ('{\n"a": {"b": 1, "b": 2}}', "Line 2: “b” stands twice"),
        ('{"a": NaN}', "“NaN” is not a number"),
        ('{"a": -Infinity}', "“-Infinity” is not a number"),
        ('{"a": ' + "9" * 5_000 + "}", "a number is too large"),
        ('{"a": 1e999999999}', "a number is too large"),
        ("NaN", "Line 1: “NaN” is not a number"),
        ('{"a": "x\\u0000y"}', "a character that cannot be seen"),
        ('{"a": "\\ud800"}', "a character that cannot be seen (U+D800)"),
        ('{"\\ud800": 1}', "a character that cannot be seen"),
        ('{"a": "safe \\u202e gnp"}', "RIGHT-TO-LEFT OVERRIDE"),
        ('{"a": "x\x00y"}', "cannot be read as JSON"),
        (b"{}\n\xff\xfe", "Line 2: the file is not written in UTF-8"),
        ("{}".encode("utf-16"), "the file is not written in UTF-8"),
        (b" " * (located.MOST_BYTES + 1), "The file is too large"),
        ("[" + "{}," * 200_000 + "{}]", "it holds too much"),
    ],
)
def test_each_ends_in_one_sentence(content, words):
    assert words in refused(content)


def test_a_mark_at_the_beginning_is_passed_over():
    assert read(b"\xef\xbb\xbf" + written(item("a")).encode(), KNOWN).title == "A review"


def test_a_pair_of_halves_is_one_character():
    assert form(item("a", text="Smile \U0001f600")).question("a").words == "Smile \U0001f600"


def test_groups_stand_inside_each_other_only_so_deep():
    assert form(nested(12)).question("last")
    assert "stand inside each other" in refused(written(nested(60)))


def test_groups_repeat_inside_each_other_only_so_deep():
    found = item("last")
    for count in range(5):
        found = item(f"g{count}", "group", repeats=True, item=[found])
    assert "groups that repeat stand inside each other" in refused(written(found))
    assert form(found["item"][0]).question("last")


@pytest.mark.parametrize(
    "question", [item("x" * 256), item("b", enableWhen=[when("a", answerBoolean=True)] * 31, enableBehavior="any")]
)
def test_names_and_conditions_have_a_limit(question):
    assert "too long a “linkId”, or too many conditions" in refused(written(item("a", "boolean"), question))


def test_too_many_questions_are_turned_away():
    lines = json.dumps(
        {"resourceType": "Questionnaire", "status": "active", "item": [item(str(n)) for n in range(MOST_QUESTIONS + 1)]}
    )
    assert f"more than {MOST_QUESTIONS:,} questions" in refused(lines)


def test_a_million_choices_are_turned_away_before_they_are_all_read():
    options = ",".join(f'{{"valueInteger":{n}}}' for n in range(MOST_OPTIONS + 1))
    one = '{"resourceType":"Questionnaire","status":"active","item":'
    one += '[{"linkId":"a","text":"A","type":"choice","answerOption":['
    assert f"more than {MOST_OPTIONS:,} choices" in refused(one + options + "]}]}")
    million = one + '{"valueInteger":1},' * 180_000  # as much as may be sent
    assert "it holds too much" in refused(million[: located.MOST_BYTES])


def test_a_pattern_in_a_file_is_never_run():
    bomb = {"url": HL7 + "regex", "valueString": "(a+)+$"}
    assert form(item("a", extension=[bomb])).question("a").kind == "string"


def test_conditions_in_a_circle_are_turned_away():
    circle = [
        item("a", "boolean", enableWhen=[when("b", answerBoolean=True)]),
        item("b", "boolean", enableWhen=[when("a", answerBoolean=True)]),
    ]
    assert "waits for “b”, which comes no earlier" in refused(written(*circle))


def test_a_choice_with_markup_is_turned_away():
    assert "has HTML in it" in refused(written(choice("a", "<img src=x onerror=alert(1)>")))


def test_a_description_with_markup_in_an_entity_is_turned_away():
    assert "has HTML in it" in refused(written(item("a"), description="&#60;script&#62;"))
