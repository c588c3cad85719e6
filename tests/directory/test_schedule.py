"""Days and times found in prose."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.directory.reading.schedule import DAY_NAMES, times_in

FOUND = [
    ("every Tuesday 6.30-8pm", [(1, "18:30", "20:00", "weekly", None)]),
    ("fortnightly on Thursdays", [(3, None, None, "fortnightly", None)]),
    ("last Friday of the month", [(4, None, None, "monthly", -1)]),
    ("1st and 3rd Wednesday", [(2, None, None, "monthly", 1), (2, None, None, "monthly", 3)]),
    ("Mon, Wed & Fri 10am-12 noon", [(day, "10:00", "12:00", "weekly", None) for day in (0, 2, 4)]),
    ("fourth Thursday of each month", [(3, None, None, "monthly", 4)]),
    ("Monday to Friday 9am - 5pm", [(day, "09:00", "17:00", "weekly", None) for day in range(5)]),
    ("Saturday mornings 9.30-11.30", [(5, "09:30", "11:30", "weekly", None)]),
    ("every other Friday from 11-1pm", [(4, "11:00", "13:00", "fortnightly", None)]),
    ("10am-12pm every Tuesday", [(1, "10:00", "12:00", "weekly", None)]),
    ("Thursdays 18:30-20:00", [(3, "18:30", "20:00", "weekly", None)]),
    ("the 2nd Tuesday of every month, 7.30pm", [(1, "19:30", None, "monthly", 2)]),
    ("Mondays 7.30 - 9.30", [(0, None, None, "weekly", None)]),
]


@pytest.mark.parametrize(("text", "slots"), FOUND)
def test_finds_what_the_text_says(text, slots):
    found = [slot.as_json() for one in times_in(text) for slot in one.slots]
    assert [
        (slot["weekday"], slot["starts"], slot["ends"], slot["frequency"], slot["week_of_month"]) for slot in found
    ] == slots


@pytest.mark.parametrize(
    "text",
    [
        "Tuesday 12th December 2024 at 7pm",
        "He sat in the sun",
        "Sunday school",
        "ages 8-12",
        "open 24 hours",
        "",
    ],
)
def test_finds_nothing_where_no_regular_time_is_said(text):
    assert times_in(text) == []


def test_keeps_the_words_it_came_from():
    (found,) = times_in("Come and knit. We meet every Thursday, 2pm to 4pm, in the hall.")
    assert found.words == "every Thursday, 2pm to 4pm"


DAYS = ("Monday", "Tues", "Wed", "Thursdays", "Fri", "Sat", "Sun", "and", "&", ",", "-", "to", "at", "evening")
TIMES = ("6.30", "7pm", "10am", "12", "noon", "25:99", "99", "3rd", "£4", "\n")
PIECES = st.sampled_from((*DAYS, *TIMES, "first", "last", "of", "the", "month", "every", "other", "fortnightly"))


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=25).map(" ".join)))
def test_never_raises_and_never_makes_a_time_up(text):
    for found in times_in(text):
        digits = [int(number) for number in re.findall(r"\d+", text)]
        for slot in found.slots:
            assert any(text.lower().count(name) for name in DAY_NAMES)
            for moment in filter(None, (slot.starts, slot.ends)):
                said = moment.hour in digits or (moment.hour % 12 or 12) in digits
                assert said or "noon" in text or "mid" in text.lower()
                assert moment.minute in digits or moment.minute in (0, 59)
        assert found.words in " ".join(text.split())
