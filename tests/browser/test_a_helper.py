"""Greg lets Dawn help with one thing: she opens one page, tells something, and he reads it first."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.browser.visitor import Visitor

STEP, TOLD = "Wait for me at the steps", "He came, and stayed for tea."


@pytest.mark.shows("S40", "S105")
def test_a_helper_opens_one_page_and_what_she_tells_is_his_first(arrive):
    greg, dawn, vish = arrive("Greg", screen=PHONE), arrive(screen=PHONE), arrive("Vish")
    page = agrees(greg)
    dawn.goes_to(page)
    dawn.is_on("Hello Dawn")
    dawn.sees(STEP)
    dawn.does_not_see("Harriers")
    dawn.writes("Something to tell Greg, if you like", TOLD)
    dawn.presses("Send it to Greg")
    dawn.sees("Greg reads it first.")
    assert dawn.context.cookies() == []
    notebook = urlsplit(greg.page.url).path.split("pages/")[0]
    vish.goes_to(notebook)
    vish.does_not_see(TOLD)
    greg.goes_to("/")
    greg.sees(TOLD, within=greg.panel("Something for you"))
    greg.presses("Pass it on to Vish")
    greg.does_not_see(TOLD)
    vish.page.reload()
    vish.sees(TOLD)


def agrees(greg: Visitor) -> str:
    """A small step for Dawn, and the yes to her page. Gives where it is."""
    greg.page.get_by_role("link", name=re.compile("^Run with the Harriers")).first.click()
    greg.opens("Add a small step")
    greg.writes("What is the small step?", STEP)
    greg.chooses("Dawn")
    greg.presses("Add this step")
    greg.sees(STEP)
    greg.goes_to("/")
    greg.follows("Add somebody, or make a page for them")
    greg.follows("Make a page for them")
    greg.presses("Show the page")
    greg.sees("It waits for your yes.")
    greg.presses("Yes, Dawn may read this")
    link = greg.panel("Give them the link").locator("code")
    expect(link).to_contain_text("/s/")
    return urlsplit(link.inner_text()).path
