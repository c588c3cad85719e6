"""“No time like the present”: from a leaflet on the table to leaving with a card, in at most four presses."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import PHONE
from tests.browser.counting import Counted
from tests.browser.serving import open_database
from tests.browser.visitor import Visitor

MOST = 4
HOST_SAID = "Come in by the side door."


def at_the_table(vish: Visitor) -> None:
    """The two of them sit together; nothing was looked for or kept before."""
    vish.meets_soon("Greg")
    vish.follows("The table")


def a_leaflet_not_kept(vish: Visitor) -> Locator:
    """The first of those that nobody has said anything about yet."""
    leaflets = vish.page.get_by_role("article")
    return leaflets.filter(has=vish.page.get_by_role("button", name=re.compile("^Greg likes this"))).first


def introduce(vish: Counted) -> str:
    """One press, on the leaflet as it lies on the table."""
    leaflet = a_leaflet_not_kept(vish)
    place = leaflet.get_by_role("heading").inner_text()
    vish.taps(leaflet.get_by_role("link", name=re.compile("^Introduce")))
    vish.is_on(f"Introduce Greg to {place}")
    return place


@pytest.mark.shows("S91", "S85")
@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_from_leaflet_to_leaving(arrive, javascript):
    vish: Counted = arrive("Vish", javascript=javascript, screen=PHONE, as_a=Counted)
    at_the_table(vish)
    vish.pressed = 0
    place = introduce(vish)
    vish.presses("Greg says yes, here with me")
    vish.sees("What to say")
    vish.follows("Pocket card")
    vish.sees(place)
    for fact in ("Next", "We meet next"):
        expect(vish.page.get_by_text(fact, exact=True)).to_be_visible()
    vish.presses("Send it to Greg")
    vish.sees("The card is on its way.")
    assert (vish.pressed, vish.typed) == (MOST, 0), vish.count
    assert vish.page.get_by_role("button", name="Sign out").count() == 0


def test_printing_the_card_takes_no_more_presses_than_sending_it(arrive):
    vish: Counted = arrive("Vish", as_a=Counted)
    at_the_table(vish)
    vish.pressed = 0
    introduce(vish)
    vish.presses("Greg says yes, here with me")
    vish.follows("Pocket card")
    vish.page.evaluate("window.print = () => { document.title = 'printed' }")
    vish.presses("Print the card")
    expect(vish.page).to_have_title("printed")
    assert (vish.pressed, vish.typed) == (MOST, 0), vish.count


@pytest.mark.shows("S38")
def test_the_individual_presses_yes_on_the_workers_phone(arrive):
    vish: Counted = arrive("Vish", screen=PHONE, as_a=Counted)
    at_the_table(vish)
    introduce(vish)
    vish.presses("Hand the screen over")
    vish.is_on("May we say this for you?")
    vish.has_all_of_it()
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
