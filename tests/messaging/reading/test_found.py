"""A result is found in words, to be offered; a time by the clock is none."""

import pytest

from kith.goals.models.words import seconds_in
from kith.messaging.reading import number_in, time_in

TIMES = [
    ("27:40", "27:40"),
    ("I ran it in 27:40!", "27:40"),
    ("5k in 23:15 on Saturday", "23:15"),
    ("1:02:33", "1:02:33"),
    ("1:02:33 at the half, then home by 12:15", "1:02:33"),
    ("27 min 40", "27:40"),
    ("27 min 40 today", "27:40"),
    ("27m40s", "27:40"),
    ("27 m 40 s", "27:40"),
    ("27 mins, 5 secs", "27:05"),
    ("27 minutes and 40 seconds", "27:40"),
    ("1 hour 2 minutes and 33 seconds", "1:02:33"),
    ("1h2m33s", "1:02:33"),
    ("27:40. I said 27:40!", "27:40"),
    ("at 18:30 I ran 27:40", "27:40"),
    ("down to 23:15", "23:15"),
    ("(27:40)", "27:40"),
]
NO_TIMES = [
    "",
    "I went",
    "at 18:30",
    "At 18:30 we met",
    "6:30pm",
    "6:30 p.m.",
    "by 10:15",
    "from 9:00 to 10:00",
    "9:00-10:00",
    "between 10:00 and 11:00",
    "at 9:00 and 10:00",
    "Monday 18:30",
    "see you tomorrow 10:15",
    "09:30",
    "10:15 till 11",
    "I ran 28:10, then 27:40",
    "27 min 40 people came",
    "27 minutes",
    "27:40:99:10",
    "12/11/27:40",
    "ratio 3:4",
    "27:4",
    "127.0.0.1:80",
]


@pytest.mark.parametrize(("words", "time"), TIMES)
def test_one_time_is_found(words, time):
    assert time_in(words) == time
    assert seconds_in(time) is not None  # what a goal's result can be written as


@pytest.mark.parametrize("words", NO_TIMES)
def test_no_time_is_found_where_none_or_two_could_be_meant(words):
    assert time_in(words) == ""


@pytest.mark.parametrize(
    ("words", "unit", "number"),
    [
        ("I ran 5 km", "km", "5"),
        ("I ran 5km today", "km", "5"),
        ("5.5 miles in 2 hours", "miles", "5.5"),
        ("1 mile", "miles", "1"),
        ("1,200 steps", "steps", "1200"),
        ("12 lengths, yes 12 lengths", "lengths", "12"),
        ("I swam 12", "", "12"),
        ("5 km, then 3 km", "km", ""),
        ("I ran 5", "km", ""),
        ("5 kmh", "km", ""),
        ("2 or 3", "", ""),
        ("3/4", "", ""),
        ("27:40", "", ""),
        ("01632 960123", "", ""),
        ("on 3.11.2026", "", ""),
        ("abc5", "", ""),
        ("", "", ""),
        ("5 (km", "(km", "5"),
    ],
)
def test_one_number_is_found_with_its_unit(words, unit, number):
    assert number_in(words, unit) == number
