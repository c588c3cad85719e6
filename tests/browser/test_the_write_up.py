"""After a meeting, on a phone: one box, five presses at most, and nothing lost on the way."""

import pytest
from playwright.sync_api import Route, expect

from tests.browser.conftest import PHONE
from tests.browser.counting import Counted
from tests.browser.visitor import Visitor
from tests.cli.running import until

WORDS = "We talked about the long run. Greg would like to try a 10km in spring."
MOST_PRESSES = 5


@pytest.fixture
def vish(arrive) -> Counted:
    visitor = arrive("Vish", screen=PHONE, as_a=Counted)
    visitor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return visitor


@pytest.mark.shows("S12", "S67")
def test_five_presses_and_one_box_with_the_copy_for_the_main_record(vish: Counted):
    vish.is_on("Today")
    vish.meets_soon("Greg")
    vish.follows("Write up")
    vish.writes("What you talked about", WORDS)
    vish.presses("Done")
    vish.is_on("What we said")
    vish.presses("Copy the shared part")
    vish.sees("Copied. Paste it into your main record.")
    assert vish.pressed <= MOST_PRESSES and vish.typed == 1, vish.count
    copied = vish.page.evaluate("navigator.clipboard.readText()")
    assert f"What we talked about\n{WORDS}" in copied
    vish.page.reload()
    vish.sees("Copied by Vish at", within=vish.panel("For the main record"))


def test_on_a_phone_two_boxes_stand_open_and_all_else_is_folded(vish: Visitor):
    vish.goes_to("/")
    vish.meets_soon("Greg")
    vish.follows("Write up")
    boxes = vish.page.locator("#write-up").locator("textarea:visible, input:visible, select:visible")
    expect(boxes).to_have_count(2)


@pytest.mark.shows("Q-16")
def test_what_is_typed_is_said_to_be_saved_only_when_it_is(vish: Visitor):
    vish.goes_to("/")
    vish.meets_soon("Greg")
    vish.follows("Write up")
    vish.context.route("**/write-up/keep/", lambda route: route.abort())
    vish.writes("What you talked about", WORDS)
    vish.sees("Not saved yet. Keep this page open.")
    vish.context.unroute("**/write-up/keep/")
    vish.page.evaluate("dispatchEvent(new Event('online'))")
    vish.sees("Saved at")
    vish.page.reload()
    expect(vish.page.get_by_label("What you talked about")).to_have_value(WORDS)
    no_signal = ("/write-up/keep/", "console: htmx:")
    vish.wrong = [each for each in vish.wrong if not any(words in each for words in no_signal)]


def test_what_is_typed_before_the_scripts_arrive_is_saved_too(vish: Visitor):
    vish.goes_to("/")
    vish.meets_soon("Greg")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    vish.context.route("**/drafts.*js", hold)
    address = vish.page.get_by_role("link", name="Write up").first.get_attribute("href")
    vish.page.goto(vish.address + str(address), wait_until="commit")
    vish.page.get_by_label("What you talked about", exact=True).fill(WORDS)
    assert until(lambda: vish.page.title() and held)  # it was asked for
    for route in held:
        route.continue_()
    vish.sees("Saved at")


@pytest.mark.fault("F-12")
def test_two_tabs_stand_side_by_side(vish: Visitor):
    vish.goes_to("/")
    vish.meets_soon("Greg")
    vish.follows("Write up")
    other = vish.context.new_page()
    other.goto(vish.page.url)
    vish.writes("What you talked about", "From the desk.")
    vish.sees("Saved at")
    other.get_by_label("What you talked about").fill("From the phone.")
    expect(other.get_by_text("You are writing this in two places.")).to_be_visible()
    vish.presses("Done")
    vish.sees("You were writing this in two places.")
    vish.presses("Keep both, one below the other")
    expect(vish.page.get_by_label("What you talked about")).to_have_value("From the desk.\n\nFrom the phone.")
    vish.presses("Done")
    vish.is_on("What we said")
