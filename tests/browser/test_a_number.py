"""Greg gives a goal a number in one press and sees the line; a few questions that are offered can wait."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.browser.visitor import Visitor

ONS4 = "Personal well-being (ONS4)"


@pytest.mark.shows("S58", "S88")
def test_one_press_is_a_point_on_the_line_and_a_few_questions_can_wait(arrive):
    switches_on(arrive("Morgan"))
    greg = arrive("Greg", screen=PHONE)
    goes_to_how_it_is_going(greg)
    greg.page.get_by_role("link", name="More of Beginners' kick-boxing").click()
    greg.page.get_by_label("In your own words, if you like").fill("Good week.")
    greg.page.get_by_role("button", name="8", exact=True).click()
    greg.sees("Kept: 8. It can be taken back.")
    expect(greg.page.locator("circle.chart-dot")).to_have_count(5)
    greg.sees("Good week.")
    goes_to_how_it_is_going(greg)
    greg.follows(ONS4)
    greg.sees("How have things been, in your words?")
    greg.presses("Not today")
    greg.sees("That is fine. It is left out.")


def switches_on(morgan: Visitor) -> None:
    morgan.goes_to("/measures/")
    morgan.follows(ONS4)
    morgan.presses("Switch it on")
    morgan.sees("It is on.")


def goes_to_how_it_is_going(greg: Visitor) -> None:
    greg.goes_to("/")
    greg.follows("How it is going")
