"""From when until when a listing holds is read from Open Referral schedules."""

from datetime import date

import pytest

from kith.directory.reading.oruk import entry_of
from tests.directory.conftest import service


def times_of(**schedule):
    return entry_of(service(schedules=[{"freq": "WEEKLY", "byday": "TU", "opens_at": "10:00", **schedule}])).times


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ({"valid_from": "2027-01-05", "valid_to": "2027-03-23"}, date(2027, 1, 5), date(2027, 3, 23)),
        ({"dtstart": "2027-01-05", "until": "2027-03-23"}, date(2027, 1, 5), date(2027, 3, 23)),
        ({"valid_from": "2027-01-05T00:00:00Z"}, date(2027, 1, 5), None),
        ({"valid_from": "2027-05-05", "valid_to": "2027-03-23"}, None, None),
        ({"valid_from": "soon", "valid_to": None}, None, None),
    ],
)
def test_the_first_and_the_last_day(written, first, last):
    [slot] = times_of(**written)
    assert (slot.valid_from, slot.valid_until) == (first, last)


def test_every_two_weeks_from_its_first_day():
    [slot] = times_of(interval="2", valid_from="2027-01-05")
    assert (slot.frequency, slot.valid_from) == ("fortnightly", date(2027, 1, 5))


def test_the_last_friday_of_the_month():
    [slot] = times_of(freq="MONTHLY", byday="-1FR")
    assert (slot.weekday, slot.frequency, slot.week_of_month) == (4, "monthly", -1)
