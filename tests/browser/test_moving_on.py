"""Moving on: the closing conversation written by both, seen differently, a copy taken, the last day told, and back."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.browser.visitor import Visitor

DIFFERENTLY = "I would say the bus was my idea."


@pytest.mark.shows("S102")
def test_from_the_first_word_to_the_page_that_stays_and_back_again(arrive):
    vish, greg = arrive("Vish"), arrive("Greg", screen=PHONE)
    vish.meets_soon("Greg")
    vish.follows("Carry on: when you stop working together")
    vish.presses("Begin the page")
    page = vish.page.url
    vish.writes("A last word from Vish", "We found the bus together.")
    expect(vish.page.get_by_text(re.compile("Saved at")).first).to_be_visible()
    greg_answers(greg, page)
    takes_a_copy(greg)
    vish.page.goto(page)
    vish.sees(DIFFERENTLY)
    vish.follows("Before we stop")
    vish.presses("We stop working together now")
    vish.sees("You do not work with Greg any more.")
    comes_back(greg, arrive("Morgan"))


def greg_answers(greg: Visitor, page: str) -> None:
    greg.goes_to("/")
    greg.follows("Carry on")
    expect(greg.page).to_have_url(page)
    greg.sees("We found the bus together.")
    greg.writes("What you give", "Tea for whoever comes")
    greg.presses("Keep What you give")
    greg.sees("Kept.")
    greg.presses("I see it differently")
    greg.writes("In your words", DIFFERENTLY)
    greg.presses("Keep my words")
    greg.sees(DIFFERENTLY)


def takes_a_copy(greg: Visitor) -> None:
    greg.follows("Look at the copy")
    greg.sees("Tea for whoever comes")
    with greg.page.expect_download() as taken:
        greg.follows("A file to keep")
    assert taken.value.suggested_filename == "booklet.html"


def comes_back(greg: Visitor, morgan: Visitor) -> None:
    """His plan says until when, and one press brings somebody back to the same notebook."""
    greg.goes_to("/")
    greg.sees("Your page stays open until")
    greg.follows("Take a copy, ask for longer, or come back")
    greg.opens("I would like to come back")
    greg.presses("Ask to come back")
    greg.sees("Asked. Somebody of the team gets in touch.")
    morgan.goes_to("/")
    morgan.page.get_by_role("link", name=re.compile("asks for something")).click()
    morgan.presses("Priya works with Greg")
    morgan.sees("Priya works with Greg again.")
    greg.page.reload()
    greg.does_not_see("Your page stays open")
