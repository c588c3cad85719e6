"""Somebody is watched: one press, or three of a key, and another page stands in the place of this one."""

from collections.abc import Iterator
from contextlib import suppress

import pytest
from playwright.sync_api import TimeoutError

from tests.browser.conftest import PHONE
from tests.browser.visitor import Visitor

NEUTRAL, MANY, TOO_LONG = "https://www.gov.uk/bank-holidays", 10, 2_500  # milliseconds


@pytest.fixture
def somebody(arrive) -> Iterator[Visitor]:
    """Not signed in, having come from one page to that of help; the other website is played here."""
    somebody = arrive(screen=PHONE)
    somebody.asked_with = []

    def play(route):
        somebody.asked_with.append(route.request.headers.get("referer", ""))
        route.fulfill(body="<h1>Bank holidays</h1>", content_type="text/html")

    somebody.page.route(f"{NEUTRAL}**", play)
    somebody.goes_to("/account/login/")
    somebody.goes_to("/crisis/")
    yield somebody
    somebody.wrong.remove(f"elsewhere: {NEUTRAL}")  # asked for once, and only when they left


def is_gone(somebody: Visitor) -> None:
    somebody.page.wait_for_url(NEUTRAL)
    somebody.page.go_back()
    assert somebody.page.url.endswith("/account/login/")
    assert somebody.asked_with == [""]


@pytest.mark.shows("Q-81")
def test_the_first_stop_of_the_keyboard_leaves_and_going_back_does_not_lead_there(somebody):
    somebody.page.keyboard.press("Tab")
    somebody.page.keyboard.press("Enter")
    is_gone(somebody)


def test_three_times_escape_leaves_too_and_two_do_not(somebody):
    somebody.page.keyboard.press("Escape")
    somebody.page.keyboard.press("Escape")
    somebody.page.keyboard.press("a")
    assert somebody.page.url.endswith("/crisis/")
    presses_three_times(somebody, "Escape")
    is_gone(somebody)


def presses_three_times(somebody: Visitor, key: str) -> None:
    """Within two seconds, or three times more: a machine may pause for as long as that, and then they do not count."""
    for _ in range(MANY):
        for _ in range(3):
            somebody.page.keyboard.press(key)
        with suppress(TimeoutError):
            somebody.page.wait_for_url(NEUTRAL, timeout=TOO_LONG)
            return
