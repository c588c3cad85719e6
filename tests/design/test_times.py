"""Times of day as people write them, and the field that reads them."""

from datetime import time

import pytest

from kith.design import fields
from kith.design.forms import KithForm
from kith.design.times import read_time

UNREADABLE = "We could not read that as a time. Try it like 2pm or 14:30."


class Class(KithForm):
    at_time = fields.TimeOfDay(label="At what time?", required=False)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14:00", time(14, 0)),
        ("2pm", time(14, 0)),
        ("2.30pm", time(14, 30)),
        ("2.30 pm", time(14, 30)),
        ("6:30 PM", time(18, 30)),
        ("12pm", time(12, 0)),
        ("12am", time(0, 0)),
        ("9", time(9, 0)),
        ("25:00", None),
        ("6:75", None),
        ("half two", None),
        ("", None),
    ],
)
def test_read_time_takes_what_people_write(typed, meant):
    assert read_time(typed) == meant
    form = Class({"at_time": typed})
    assert form.is_valid() == (meant is not None or typed == "")
    assert form.errors.get("at_time", []) == ([] if form.is_valid() else [UNREADABLE])
    assert form.cleaned_data.get("at_time") == meant


def test_a_time_may_be_asked_for_and_what_was_typed_stays():
    asked = fields.TimeOfDay(label="At what time?", missing="Please give a time.")
    assert [str(words) for words in asked.error_messages.values()][0] == "Please give a time."
    assert 'value="late"' in Class({"at_time": "late"})["at_time"].as_field_group()


@pytest.mark.parametrize(("kept", "shown"), [(time(18, 30), "6:30pm"), (time(9), "9am"), (time(12), "12pm")])
def test_a_known_time_is_shown_as_it_is_said_and_read_again(kept, shown):
    assert f'value="{shown}"' in Class(initial={"at_time": kept})["at_time"].as_widget()
    assert read_time(shown) == kept
