"""Somebody says what would be good in their own words, is understood, puts it right, keeps one thing and prints it."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.browser.on_paper import wrong_on_paper

SAID = "wants to feel stronger but dreads changing rooms"


@pytest.mark.parametrize("javascript", [True, False])
def test_from_words_to_paper(arrive, javascript):
    greg = arrive("Greg", screen=PHONE, javascript=javascript)
    greg.follows("Things to do")
    greg.writes("What would be good to do?", SAID)
    greg.presses("Look")
    greg.sees(f"What fits “{SAID}”")
    what_fits_says_why(greg)
    greg.follows("Take off: no changing rooms")
    greg.sees("Left out:")
    expect(greg.page.get_by_role("link", name="Take off: strength")).to_be_visible()
    expect(greg.page.get_by_role("link", name="Put back: no changing rooms")).to_be_visible()
    kept = keeps_the_first(greg)
    greg.opens("Kept")
    greg.follows("On paper, to take along")
    greg.is_on("Things to do")
    greg.sees(kept)
    greg.has_all_of_it()
    assert not javascript or wrong_on_paper(greg.page) == []
    leafs_through(greg)


def what_fits_says_why(greg) -> None:
    """Nothing of it is in the name of what comes first, and yet it says why it is there."""
    first = greg.page.locator("#results article").first
    name = first.get_by_role("heading").inner_text().lower()
    assert not any(word in name for word in ("stronger", "changing", "dread"))
    expect(first.get_by_role("listitem").first).not_to_be_empty()


def keeps_the_first(greg) -> str:
    """The first that is not kept yet."""
    one = greg.page.locator("#results article", has=greg.page.get_by_role("button", name="I like this")).first
    name = one.get_by_role("heading").inner_text()
    one.get_by_role("button", name="I like this").click()
    greg.sees(f"Kept: {name}")
    return name


def leafs_through(greg) -> None:
    """With one thumb: the way on is at the foot of the screen, whatever the leaflet says."""
    greg.goes_to("/")
    greg.follows("Looking for something to do?")
    greg.follows("With my hands")
    first = greg.page.locator("article").get_by_role("heading").inner_text()
    on = greg.page.get_by_role("link", name="Next", exact=True)
    expect(on).to_be_in_viewport()
    on.click()
    expect(greg.page.locator("article").get_by_role("heading")).not_to_have_text(first)


def test_words_about_harm_stand_in_no_address_and_others_do(arrive):
    """What is typed is swapped in, and its address can be gone back to; harm leaves no trace there."""
    greg = arrive("Greg", screen=PHONE)
    greg.follows("Things to do")
    greg.writes("What would be good to do?", "a choir")
    greg.presses("Look")
    greg.sees("What fits “a choir”")
    expect(greg.page).to_have_url(re.compile(r"\?q=a\+choir$"))
    greg.writes("What would be good to do?", "I want to die")
    greg.presses("Look")
    greg.sees("Nobody is told what you typed here.")
    expect(greg.page).to_have_url(re.compile(r"\?help=1$"))
    greg.writes("What would be good to do?", "I want to die. I used to like swimming")
    greg.presses("Look")
    greg.sees("And, when you feel like it")
    expect(greg.page).to_have_url(re.compile(r"\?help=[0-9a-f]{8}$"))
    expect(greg.page.get_by_label("What would be good to do?")).to_have_value("")
    greg.page.get_by_label("Free", exact=True).check()
    expect(greg.page).to_have_url(re.compile(r"\?help=[0-9a-f]{8}&only=free$"))
    greg.sees("Nobody is told what you typed here.")
