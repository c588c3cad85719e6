"""Looking together: the screen is handed over, shows nothing but the table, and only the worker's number ends it."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.browser.counting import Counted

NUMBER, WRONG, TRIES = "4826", "1234", 5


@pytest.fixture
def vish(arrive) -> Counted:
    """On his phone, with a number of his own, at Greg's table."""
    vish = arrive("Vish", as_a=Counted, screen=PHONE)
    vish.opens("Vish")
    vish.follows("Unlock number")
    vish.writes("A number you will remember", NUMBER)
    vish.presses("Keep this number")
    vish.goes_to("/")
    vish.meets_soon("Greg")
    vish.follows("The table")
    vish.pressed = vish.typed = 0
    return vish


def types_the_number(vish: Counted, number: str) -> None:
    vish.writes("Your number", number)
    vish.presses("Take it back")


@pytest.mark.shows("S26", "S89")
def test_handing_over_looking_and_unlocking(vish: Counted):
    table = vish.page.url
    vish.presses("Look together")
    nothing_but_the_table_is_shown(vish)
    greg_likes_something(vish)
    whatever_else_is_asked_for_leads_to_unlock(vish, table)
    wrong_numbers_do_not_unlock(vish)
    types_the_number(vish, NUMBER)
    vish.is_on("People")
    assert (vish.pressed, vish.typed) == (5, 3), vish.count


def nothing_but_the_table_is_shown(vish: Counted) -> None:
    vish.is_on("The table")
    vish.sees("What would you like to do?")
    expect(vish.page.get_by_role("navigation", name="Main")).to_have_count(0)
    shown = vish.page.locator("body").inner_text()
    for hidden in ("Greg", "Sign out", "Zoë", "Milly"):
        assert hidden not in shown
    assert not re.search(r"\b\d+ things? to do\b|\(\d+\)", shown)
    expect(vish.page.get_by_role("link", name="Give it back")).to_be_visible()
    expect(vish.page.get_by_role("link", name="Help now").first).to_be_visible()


def greg_likes_something(vish: Counted) -> None:
    first = vish.page.get_by_role("article").first
    place = first.get_by_role("heading").inner_text()
    vish.taps(first.get_by_role("button", name="I like this"))
    vish.sees(f"Kept: {place}")


def whatever_else_is_asked_for_leads_to_unlock(vish: Counted, table: str) -> None:
    """Vish's own addresses, Greg's own page, and the way back: typed by whoever holds the phone."""
    greg = table.removeprefix(vish.address).removesuffix("table/")
    for place in ("/", greg, f"{greg}brief/", f"{greg}write-up/", f"{greg}said/", "/community/", "/people/"):
        vish.goes_to(place)
        vish.is_on("Give it back")
    vish.page.go_back()
    vish.is_on("Give it back")
    vish.goes_to(table.removeprefix(vish.address))
    vish.is_on("The table")
    vish.goes_to("/people/")


def wrong_numbers_do_not_unlock(vish: Counted) -> None:
    for number in (WRONG, NUMBER[::-1]):
        types_the_number(vish, number)
        vish.sees("This is not the number. You can try again, or sign in again.")
        vish.is_on("Give it back")


def test_the_fifth_wrong_number_signs_out(vish: Counted):
    vish.presses("Look together")
    vish.follows("Give it back")
    for _ in range(TRIES - 1):
        types_the_number(vish, WRONG)
        vish.sees("This is not the number.")
    types_the_number(vish, WRONG)
    vish.is_on("Sign in")
    vish.goes_to("/people/")
    vish.is_on("Sign in")
