"""When the question comes: after it happened, by day, and at the same local time all year."""

from datetime import UTC, date, datetime, time

import pytest

from kith.messaging.asking.days import Rhythm

THURSDAY = date(2026, 10, 1)


def asked_at(starts, when="usual", at_time=None, day=THURSDAY):
    return Rhythm(frozenset([3]), starts, when, at_time).asked_at(day)


@pytest.mark.parametrize(
    ("starts", "local"),
    [
        (time(14), "2026-10-01 15:00"),
        (time(17, 45), "2026-10-01 18:45"),
        (time(18, 30), "2026-10-02 10:00"),  # an hour later would be late
        (time(7), "2026-10-01 09:00"),
        (time(23, 30), "2026-10-02 10:00"),
        (None, "2026-10-02 10:00"),
    ],
)
def test_usually_an_hour_after_it_starts_or_the_next_morning_at_ten(starts, local):
    assert f"{asked_at(starts).astimezone(tz()):%Y-%m-%d %H:%M}" == local


@pytest.mark.parametrize(
    ("starts", "when", "at_time", "local"),
    [
        (time(14), "evening", None, "2026-10-01 18:00"),
        (time(17, 30), "evening", None, "2026-10-02 10:00"),  # it is not over by six
        (time(14), "morning", None, "2026-10-02 10:00"),
        (time(14), "time", time(16), "2026-10-01 16:00"),
        (time(14), "time", time(9), "2026-10-02 09:00"),  # never before it has happened
        (None, "time", time(9), "2026-10-01 09:00"),
    ],
)
def test_or_as_it_was_chosen(starts, when, at_time, local):
    assert f"{asked_at(starts, when, at_time).astimezone(tz()):%Y-%m-%d %H:%M}" == local


def test_ten_stays_ten_when_the_clocks_go_back():
    before, after = (asked_at(time(18, 30), day=day) for day in (date(2026, 10, 22), date(2026, 10, 29)))
    assert (before, after) == (datetime(2026, 10, 23, 9, tzinfo=UTC), datetime(2026, 10, 30, 10, tzinfo=UTC))


def test_and_on_the_very_night_the_clocks_go_forward():
    saturdays = Rhythm(frozenset([5]), time(19), "usual")
    assert saturdays.asked_at(date(2027, 3, 27)) == datetime(2027, 3, 28, 9, tzinfo=UTC)


def test_across_the_new_year_each_thursday_is_asked_about_once():
    rhythm, now, days = Rhythm(frozenset([3]), time(14), "usual"), datetime(2026, 12, 20, tzinfo=UTC), []
    while len(days) < 4:
        day, now = rhythm.next_after(now)
        days.append(day)
    assert days == [date(2026, 12, 24), date(2026, 12, 31), date(2027, 1, 7), date(2027, 1, 14)]


def test_several_days_a_week_come_one_after_the_other():
    rhythm = Rhythm(frozenset([0, 3]), time(14), "usual")
    first = rhythm.next_after(datetime(2026, 9, 30, tzinfo=UTC))
    assert (first[0], rhythm.next_after(first[1])[0]) == (date(2026, 10, 1), date(2026, 10, 5))


def test_with_no_day_there_is_no_question():
    assert Rhythm(frozenset(), None).next_after(datetime(2026, 9, 30, tzinfo=UTC)) == (None, None)


def tz():
    from django.utils import timezone

    return timezone.get_default_timezone()
