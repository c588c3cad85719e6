"""“No time like the present”: from a leaflet on the table to leaving with a card, in at most four presses."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE
from tests.browser.serving import open_database

MOST = 4
HOST_SAID = "Come in by the side door."


class Presses:
    """What is pressed, counted; nothing is typed."""

    def __init__(self, page: Page):
        self.page, self.count = page, 0

    def link(self, name: str | re.Pattern) -> None:
        self.count += 1
        self.page.get_by_role("link", name=name).first.click()

    def button(self, name: str) -> None:
        self.count += 1
        self.page.get_by_role("button", name=name, exact=True).click()


def at_the_table(vish, greg) -> None:
    """Greg has kept something before; the two of them sit together."""
    greg.goes_to("/")
    greg.follows("Things to do")
    greg.writes("What would be good to do?", "somewhere to play music with others")
    greg.presses("Look")
    greg.page.locator("#results article").first.get_by_role("button", name="I like this").click()
    greg.sees("Kept:")
    vish.goes_to("/")
    vish.meets_soon("Greg")
    vish.follows("The table")


@pytest.mark.shows("S91", "S85")
@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_from_leaflet_to_leaving(arrive, javascript):
    vish, greg = arrive("Vish", javascript=javascript, screen=PHONE), arrive("Greg")
    at_the_table(vish, greg)
    press = Presses(vish.page)
    press.link(re.compile("^Introduce"))
    press.button("Greg says yes, here with me")
    press.link("Pocket card")
    card = vish.page.locator(".pocket-card")
    expect(card.get_by_text("Next", exact=True)).to_be_visible()
    expect(card.get_by_text("We meet next")).to_be_visible()
    if javascript:
        vish.page.evaluate("window.print = () => { document.title = 'printed' }")
        press.button("Print the card")
        expect(vish.page).to_have_title("printed")
    assert press.count <= MOST
    assert vish.page.get_by_role("link", name="Sign out").count() == 0


@pytest.mark.shows("S38")
def test_the_individual_presses_yes_on_the_workers_phone(arrive):
    vish, greg = arrive("Vish", screen=PHONE), arrive("Greg")
    at_the_table(vish, greg)
    vish.page.get_by_role("link", name=re.compile("^Introduce")).first.click()
    vish.presses("Hand the screen over")
    vish.is_on("May we say this for you?")
    yes, no = (vish.page.get_by_role("button", name=name) for name in ("Yes, say these words", "Not now"))
    assert [yes.bounding_box()[side] for side in ("width", "height")] == [
        no.bounding_box()[side] for side in ("width", "height")
    ]
    yes.click()
    vish.is_on("You said yes")
    vish.goes_to("/")
    vish.is_on("Give it back")


@pytest.mark.shows("S34", "S90")
def test_the_place_answers_by_one_press_without_an_account(arrive, served):
    vish = arrive("Vish")
    vish.goes_to("/people/")
    vish.follows("Greg")
    vish.goes_to(f"{vish.page.url.removeprefix(vish.address)}introductions/new/?activity={with_an_address(served)}")
    vish.page.get_by_role("radio", name=re.compile("^I write to")).check()
    expect(vish.page.locator("#words").get_by_text("You can answer with one press here")).to_be_visible()
    vish.presses("Greg says yes, here with me")
    vish.presses("Send it")
    vish.sees("On its way. Their answer comes back here.")
    host = arrive(javascript=False, screen=PHONE)
    host.goes_to(link_in_the_letter(served))
    host.is_on("Somebody would like to come along")
    host.writes("A few words, if you like", HOST_SAID)
    host.presses("Yes, they are welcome")
    host.sees("Your answer is kept.")
    assert host.context.cookies() == []
    vish.page.reload()
    vish.sees("you are welcome")
    vish.sees(HOST_SAID)


def with_an_address(served) -> str:
    """A place that can be written to, and to which nobody was introduced yet."""
    fresh = "select a.public_id from directory_activity a where email != '' and status = 'live' and id not in "
    with open_database(served.folder) as database:
        return database.execute(f"{fresh} (select activity_id from introductions_introduction)").fetchone()[0]


def link_in_the_letter(served) -> str:
    with open_database(served.folder) as database:
        found = database.execute("select body from outbox_letter where kind like 'to place%' order by id desc")
        return re.search(r"/h/\S+", found.fetchone()[0])[0]
