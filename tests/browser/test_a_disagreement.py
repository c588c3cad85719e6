"""Two people remember one meeting differently: both accounts stay, for both, and the Brief points to it."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import PHONE
from tests.browser.counting import Counted

WRITTEN = "Greg agreed to run the half marathon."
REMEMBERED = "I said I would think about it. I did not say yes."


@pytest.fixture
def vish(arrive) -> Counted:
    return arrive("Vish", as_a=Counted)


@pytest.fixture
def greg(arrive) -> Counted:
    return arrive("Greg", as_a=Counted, screen=PHONE)


@pytest.mark.shows("S1", "S14", "S87")
def test_both_accounts_stand_side_by_side(vish: Counted, greg: Counted):
    writes_up(vish)
    says_it_was_otherwise(greg)
    both_stand(greg)
    is_led_there_by_today_and_the_brief(vish)
    both_stand(vish)
    puts_his_words_right_and_both_still_stand(vish)
    greg.page.reload()
    greg.sees(REMEMBERED, within=greg.panel("How it is remembered"))
    assert (greg.pressed, greg.typed) == (3, 1), greg.count


def writes_up(vish: Counted) -> None:
    vish.meets_soon("Greg")
    vish.follows("Write up")
    vish.writes("What you talked about", WRITTEN)
    vish.presses("Done")
    vish.is_on("What we said")


def says_it_was_otherwise(greg: Counted) -> None:
    """Three answers of one size. Three presses and a box: the notes, the answer, the words, done."""
    greg.goes_to("/")
    greg.taps(greg.panel("My notes").get_by_role("link", name=re.compile("^What we said on")))
    greg.is_on("What we said")
    greg.has_all_of_it()
    answers = [button(greg, name) for name in ("That’s right", "Not how I remember it", "Leave it")]
    assert len({(box["width"], box["height"]) for box in map(Locator.bounding_box, answers)}) == 1
    greg.presses("Not how I remember it")
    greg.is_on("How do you remember it?")
    greg.writes("In your words", REMEMBERED)
    greg.presses("Keep my words")


def button(visitor: Counted, name: str) -> Locator:
    return visitor.page.get_by_role("button", name=name, exact=True)


def both_stand(reader: Counted) -> None:
    reader.is_on("What we said")
    accounts = reader.panel("How it is remembered")
    for words in ("As Vish wrote it", WRITTEN, "As Greg remembers it", REMEMBERED, "Both stay, side by side."):
        reader.sees(words, within=accounts)


def is_led_there_by_today_and_the_brief(vish: Counted) -> None:
    vish.follows("Today")
    vish.sees("Remembers your meeting another way.", within=vish.panel("Waiting for you"))
    vish.follows("People")
    vish.follows("Before you meet Greg")
    vish.sees("Greg remembers it another way:")
    vish.sees(REMEMBERED)
    vish.follows("All of what was said")


def puts_his_words_right_and_both_still_stand(vish: Counted) -> None:
    vish.follows("Put the shared part right")
    vish.writes("What you talked about", "Greg will think about the half marathon.")
    vish.presses("Save it")
    vish.is_on("What we said")
    vish.sees("Greg will think about the half marathon.")
    accounts = vish.panel("How it is remembered")
    for words in (WRITTEN, REMEMBERED):
        expect(accounts.get_by_text(words).first).to_be_visible()
