"""Every page that somebody can come to, empty and full, on a phone and on a desk."""

import pytest
from playwright.sync_api import Page

from tests.browser.keyboard import wrong_by_keyboard
from tests.browser.measured import once_each
from tests.browser.on_paper import wrong_on_paper
from tests.browser.soundness import (
    MOVES,
    wrong_on_screens,
    wrong_that_moves,
    wrong_with_help,
    wrong_with_html,
    wrong_with_title,
)
from tests.browser.walking import pages_met
from tests.browser.whole import wrong_as_a_whole

PUBLIC = ["/account/login/", "/crisis/", "/leaving/", "/accessibility/", "/demo/sign-in/", "/demo/tray/", "/gallery/"]
PEOPLE = ("Vish", "Greg", "Priya", "Maya", "Morgan", "Tom", "Ines", "Alex", "Deb")
NOT_THERE = ("/nothing-here/", "/people/nobody/", "/people/nobody/plan/")
AT_LEAST = {"Vish": 15, "Greg": 12, "Priya": 12, "Maya": 10}


@pytest.fixture(scope="session")
def is_new(neighbourhood):
    """Whether anything on a page is met for the first time by anybody of this run."""
    return once_each(neighbourhood.parent / "pages-measured")


@pytest.mark.shows("Q-07", "Q-18", "Q-22", "Q-54", "Q-76", "Q-77", "Q-78", "Q-82")
@pytest.mark.parametrize("who", ("", *PEOPLE))
@pytest.mark.fault("F-27")
def test_every_page_that_links_lead_to(arrive, is_new, who):
    visitor = arrive(who)
    names, measured, wrong = [], 0, []
    for name, html in pages_met(visitor, places_to_begin(visitor, who)):
        names.append(name)
        plain = is_plain(visitor.page)
        found = wrong_with_html(html) + wrong_with_title(visitor.page.title(), plain) + wrong_with_help(html, plain)
        found += wrong_as_a_whole(visitor.page)
        if is_new(html) or not measured:
            found, measured = found + wrong_in_any_way(visitor.page), measured + 1
        wrong += [f"{name}: {each}" for each in found]
    assert not wrong, "\n".join(wrong)
    assert len(names) >= AT_LEAST.get(who, 2), names


def wrong_in_any_way(page: Page) -> list[str]:
    """By keyboard, by movement, on screens and on paper."""
    return (
        wrong_by_keyboard(page)
        + wrong_that_moves(page)
        + wrong_on_screens(page)
        + wrong_on_paper(page, not is_plain(page))
    )


def is_plain(page: Page) -> bool:
    """A page to show to others: nothing on it tells of a service."""
    return page.locator("body.plain").count() > 0


def places_to_begin(visitor, who: str) -> list[str]:
    """The front page; a worker first goes to the one whose notebook is full, or to the one whose is empty."""
    if not who:
        return PUBLIC
    theirs = {"Vish": "Greg", "Priya": "Maya"}.get(who)
    if not theirs:
        return ["/"]
    visitor.goes_to("/people/")
    return [visitor.page.get_by_role("link", name=theirs, exact=True).get_attribute("href"), "/"]


@pytest.mark.parametrize("who", ["", "Vish", "Greg"])
def test_a_page_that_is_not_there_is_as_sound(arrive, who):
    """One answer for all of them, so the whole measure is taken once."""
    visitor = arrive(who)
    answers = [visitor.page.goto(visitor.address + place).text() for place in NOT_THERE]
    visitor.wrong.clear()
    assert [found for each in answers for found in wrong_with_html(each)] == []
    assert wrong_in_any_way(visitor.page) == []


def test_something_would_move_for_others(arrive):
    """The measure of movement finds what there is to find."""
    greg = arrive("Greg")
    greg.is_on("Hello Greg")
    greg.page.wait_for_load_state()
    greg.page.emulate_media(reduced_motion="no-preference")
    assert greg.page.evaluate(MOVES)
