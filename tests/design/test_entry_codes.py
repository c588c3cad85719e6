"""Words that look like a code to get in are asked about once; everything else is left alone."""

import pytest
from django.http import QueryDict

from kith.design import fields
from kith.design.entry_codes import looks_like_entry_code
from kith.design.forms import A_CODE, KithForm

CODES = [
    "key safe 4821",
    "The keysafe is by the door, 4821.",
    "door code: 12#4",
    "alarm 4455",
    "code for the gate is 9911",
    "Key-safe: C1985X",
    "Entry code is *1234#",
    "PIN 2580",
    "9911 opens the gate",
    "4821 is the key safe",
    "front door 4821",
    "lockbox no. 0007",
    "The combination is 1 2 3 4",
    "buzzer 204, then push",
    "Padlock on the shed: 381",
    "We meet at 14:30. Door code 7716.",
]
NOT_CODES = [
    "",
    "We meet at 14:30",
    "Come to the back door at 1030",
    "Ring 01632 960412",
    "alarm company 01632 960412",
    "27:40 at parkrun",
    "The alarm is at 7.30",
    "The alarm was put in in 2019",
    "£120 for the alarm",
    "The alarm costs 120 pounds",
    "24 November 2026",
    "24/11/2026",
    "The year 1984",
    "postcode HX7 8AB",
    "He lost the door key",
    "Bus 590 to the gate",
    "Ran 5000 metres",
    "Code Club 2019",
    "door number 12",
    "Flat 204",
    "He has 3 keys",
]


@pytest.mark.parametrize("words", CODES)
def test_a_code_is_seen(words):
    assert looks_like_entry_code(words)


@pytest.mark.parametrize("words", NOT_CODES)
def test_everything_else_is_not(words):
    assert not looks_like_entry_code(words)


class Note(KithForm):
    words = fields.LongText(label="Words", required=False)
    free = fields.LongText(label="Free", required=False, no_codes=False)


def sent(**typed) -> Note:
    data = QueryDict(mutable=True)
    data.update(typed)
    return Note(data)


@pytest.mark.shows("Q-20", "Q-56")
def test_it_comes_back_once_with_a_box_to_keep_it_anyway():
    form = sent(words="key safe 4821")
    assert form.errors == {"words": [A_CODE]} and not form.kept_a_code
    page = str(form["words"].as_field_group())
    assert 'name="words_keep_code"' in page and "Keep it anyway" in page and "key safe 4821" in page


@pytest.mark.shows("Q-56")
def test_kept_anyway_it_is_kept_and_told_of():
    form = sent(words="key safe 4821", words_keep_code="yes")
    assert form.is_valid() and form.kept_a_code
    assert form.cleaned_data["words"] == "key safe 4821"


def test_other_words_and_other_boxes_are_not_asked_about():
    form = sent(words="We meet at 14:30", free="key safe 4821")
    assert form.is_valid() and not form.kept_a_code
    assert "keep_code" not in str(form["words"].as_field_group())
