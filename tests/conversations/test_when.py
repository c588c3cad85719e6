"""When the next meeting is: days and windows."""

from datetime import date, time

import pytest

from kith.conversations.when import When, in_window, months_after, on_day

TODAY = date(2026, 8, 18)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 8, 31), 1, date(2026, 9, 30)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 11, 18), 3, date(2027, 2, 18)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
    ],
)
def test_months_after_stays_in_the_month_that_was_meant(day, months, then):
    assert months_after(day, months) == then


@pytest.mark.shows("S16")
def test_a_window_is_enough_and_has_a_middle_for_the_order():
    assert in_window("3", TODAY) == When(date(2026, 11, 18), window="in about 3 months")
    assert in_window("spring", TODAY) == When(date(2027, 4, 20), window="in the spring")
    assert on_day(date(2026, 11, 24), time(14)) == When(date(2026, 11, 24), date(2026, 11, 24), time(14))
