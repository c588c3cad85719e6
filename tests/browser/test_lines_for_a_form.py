"""A form about money after a meeting: begun from the write-up, lines picked on a phone, and somebody who would rather
not look at it."""

import pytest

from tests.browser.conftest import PHONE
from tests.browser.soundness import findings, too_wide
from tests.browser.visitor import Visitor

TALKED = "The Thursday run is what keeps the week up. Idris comes along. It rained."
WANTED, LEFT_OUT = "The Thursday run is what keeps the week up.", "It rained."


@pytest.fixture
def vish(arrive) -> Visitor:
    return arrive("Vish")


@pytest.fixture
def greg(arrive) -> Visitor:
    return arrive("Greg", screen=PHONE)


@pytest.mark.shows("S13")
def test_a_form_waits_after_the_write_up_and_takes_what_is_picked(vish: Visitor, greg: Visitor):
    form = begins_from_the_write_up(vish)
    picks_on_the_phone(greg)
    vish.page.goto(form)
    vish.presses("Show it to Greg")
    would_rather_not_look(greg)
    vish.page.goto(form)
    vish.presses("Words to paste")
    vish.is_on("Words to paste")
    told = vish.page.locator("#words-to-paste").inner_text()
    assert WANTED in told and LEFT_OUT not in told
    assert "Greg would rather not look at this" in told


def begins_from_the_write_up(vish: Visitor) -> str:
    """One press after Done. Gives the address of the form."""
    vish.goes_to("/")
    vish.meets_soon("Greg")
    vish.follows("Write up")
    vish.writes("What you talked about", TALKED)
    vish.presses("Done")
    vish.sees("9 of 19 answers are there already.", within=vish.panel("Forms"))
    vish.presses("Begin: Personal Budget review")
    vish.is_on("Personal Budget review")
    return vish.page.url


def picks_on_the_phone(greg: Visitor) -> None:
    """One sentence of a passage goes in; one more goes in and comes out again."""
    greg.goes_to("/")
    greg.follows("My forms")
    is_sound(greg, "Forms")
    greg.follows("Personal Budget review")
    greg.follows("4.6 What else should the people who decide know?")
    greg.follows("Pick lines")
    is_sound(greg, "4.6 What else should the people who decide know?")
    for words in (WANTED, LEFT_OUT):
        greg.page.get_by_role("checkbox", name=words).check()
    greg.presses("Keep")
    greg.sees("Kept. 2 lines are in the form.")
    greg.follows("Change these")
    greg.page.get_by_role("checkbox", name=LEFT_OUT).uncheck()
    greg.presses("Keep")
    greg.sees("Kept. One line is in the form.")


def is_sound(greg: Visitor, there: str) -> None:
    """A page that is there only once a form was begun is looked at here, once it has come."""
    greg.is_on(there)
    greg.has_all_of_it()
    assert findings(greg.page) + too_wide(greg.page, PHONE["width"]) == []


def would_rather_not_look(greg: Visitor) -> None:
    greg.goes_to("/")
    greg.follows("Read the form")
    greg.presses("I would rather not look")
    greg.sees("You would rather not look.")
