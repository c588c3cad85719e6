"""What a place may say of itself to everybody: no way to reach anybody, and no link, however either is written."""

import pytest

from kith.directory.rules import cannot_add_from_place


@pytest.mark.parametrize(
    "words",
    [
        "evil-site.example/join",
        "See bit.ly/abc",
        "GWEN.EXAMPLE",
        "01632.960.123",
        "07700/900/123",
        "07700 – 900 – 123",
        "+44 (0)7700_900123",
        "www.harriers",
        "gwen@harriers.example",
    ],
)
def test_links_and_numbers_are_asked_to_be_left_out(words):
    assert "leave out telephone numbers" in (cannot_add_from_place(f"Which way in: {words}.") or "")


@pytest.mark.parametrize(
    "words",
    [
        "From 09.30 to 10.30, or 7.30pm",
        "Behind St.Mary’s",
        "Closed on 01/12/2026",
        "Before 10.a.m. e.g. at 9",
        "£1.50/hour",
    ],
)
def test_hours_days_and_prices_stand(words):
    assert cannot_add_from_place(f"When it is quiet: {words}.") is None
