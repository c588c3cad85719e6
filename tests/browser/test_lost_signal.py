"""The signal goes while somebody types, while it is kept, and as they press Done: nothing is lost, and nothing is
said to be saved before the server has said so."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.browser.visitor import Visitor
from tests.cli.running import until

WORDS, MORE = "Greg spoke of the long run.", " And of his new shoes."
BOX = "What you talked about"
NO_SIGNAL = ("INTERNET_DISCONNECTED", "console: htmx:")
SAVED, NOT_SAVED = "Saved at", "Not saved yet. Keep this page open."
HELD = "There is no signal now."


@pytest.fixture
def vish(arrive) -> Visitor:
    """On his phone, with the page open on which a meeting is written up."""
    vish = arrive("Vish", screen=PHONE)
    vish.meets_soon("Greg")
    vish.follows("Write up")
    yield vish
    vish.wrong[:] = [each for each in vish.wrong if not any(words in each for words in NO_SIGNAL)]


def is_said(vish: Visitor, words: str) -> None:
    expect(vish.page.locator("[data-saved]")).to_contain_text(words)


def kept_on_the_server(vish: Visitor) -> str:
    """What another window of his shows."""
    other = vish.context.new_page()
    other.goto(vish.page.url)
    words = other.get_by_label(BOX, exact=True).input_value()
    other.close()
    return words


@pytest.mark.shows("Q-16")
@pytest.mark.fault("F-16")
def test_the_signal_goes_while_typing_and_returns(vish):
    vish.context.set_offline(True)
    vish.writes(BOX, WORDS)
    is_said(vish, NOT_SAVED)
    vish.context.set_offline(False)
    is_said(vish, SAVED)
    assert kept_on_the_server(vish) == WORDS


def test_it_goes_after_a_first_save_and_only_the_rest_is_unsaved(vish):
    vish.writes(BOX, WORDS)
    is_said(vish, SAVED)
    vish.context.set_offline(True)
    vish.writes(BOX, WORDS + MORE)
    is_said(vish, NOT_SAVED)
    expect(vish.page.get_by_label(BOX, exact=True)).to_have_value(WORDS + MORE)
    vish.context.set_offline(False)
    is_said(vish, SAVED)
    assert kept_on_the_server(vish) == WORDS + MORE


def test_done_without_signal_keeps_the_page_and_is_sent_once_when_it_returns(vish):
    vish.writes(BOX, WORDS)
    is_said(vish, SAVED)
    vish.context.set_offline(True)
    vish.presses("Done")
    is_said(vish, HELD)
    vish.presses("Done")
    expect(vish.page.get_by_label(BOX, exact=True)).to_have_value(WORDS)
    sent = []
    vish.page.on("request", lambda request: sent.append(request) if request.is_navigation_request() else None)
    vish.context.set_offline(False)
    vish.is_on("What we said")
    vish.sees("Saved.")
    assert [each.method for each in sent] == ["POST", "GET"]


def test_whoever_types_on_after_done_is_not_done(vish):
    vish.context.set_offline(True)
    vish.writes(BOX, WORDS)
    vish.presses("Done")
    is_said(vish, HELD)
    vish.writes(BOX, WORDS + MORE)
    vish.context.set_offline(False)
    is_said(vish, SAVED)
    vish.is_on("After you met Greg")
    vish.presses("Done")
    vish.is_on("What we said")


def test_the_server_is_away_for_a_moment(vish):
    """Not the signal but the answer is missing: it is tried again by itself, gently."""
    vish.page.route("**/write-up/**", lambda route: route.fulfill(status=502) if is_post(route) else route.continue_())
    vish.writes(BOX, WORDS)
    is_said(vish, NOT_SAVED)
    vish.page.unroute("**/write-up/**")
    is_said(vish, SAVED)
    assert kept_on_the_server(vish) == WORDS
    vish.wrong[:] = [each for each in vish.wrong if "502" not in each]


def is_post(route) -> bool:
    return route.request.method == "POST"


def test_whoever_leaves_is_asked_only_while_something_is_unsaved(vish):
    asked = []
    vish.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    vish.writes(BOX, WORDS)
    is_said(vish, SAVED)
    vish.page.reload()
    assert asked == []
    vish.page.get_by_label(BOX, exact=True).press("End")
    vish.page.keyboard.insert_text(MORE)
    vish.page.reload()  # at once: it is sent while the page is left, and nobody waits for it
    assert asked == []
    assert until(lambda: kept_on_the_server(vish) == WORDS + MORE)
    vish.context.set_offline(True)
    vish.writes(BOX, WORDS)
    is_said(vish, NOT_SAVED)
    vish.page.goto("about:blank")
    assert asked == ["beforeunload"]


def test_signed_out_while_typing_and_in_again_in_another_tab(vish):
    vish.context.clear_cookies(name="kith")
    vish.writes(BOX, WORDS)
    is_said(vish, "You are signed out.")
    expect(vish.page.get_by_label(BOX, exact=True)).to_have_value(WORDS)
    other = vish.context.new_page()
    other.goto(vish.address + "/demo/sign-in/")
    other.get_by_role("button", name="Be Vish", exact=True).click()
    expect(other.get_by_role("heading", level=1)).to_have_text("Today")
    vish.page.bring_to_front()
    vish.page.evaluate("window.dispatchEvent(new Event('focus'))")
    is_said(vish, SAVED)
    assert kept_on_the_server(vish) == WORDS
    vish.wrong[:] = [each for each in vish.wrong if not each.startswith(("401", "403", "console: Response Status"))]


def test_another_person_who_signs_in_does_not_take_the_words_over(vish):
    other = vish.context.new_page()
    other.goto(vish.address + "/demo/sign-in/")
    other.get_by_role("button", name="Be Greg", exact=True).click()
    expect(other.get_by_role("heading", level=1)).to_have_text("Hello Greg")
    vish.writes(BOX, WORDS)
    is_said(vish, "You are signed out.")
    expect(vish.page.get_by_label(BOX, exact=True)).to_have_value(WORDS)
    assert WORDS not in vish.page.context.new_page().goto(vish.address).text()
    vish.page.close()  # it would go on trying
    vish.wrong.clear()


@pytest.mark.shows("Q-16")
def test_nothing_is_kept_in_the_browser(vish):
    vish.writes(BOX, WORDS)
    is_said(vish, SAVED)
    kept = vish.page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert WORDS not in kept and len(kept) < 200, kept
    assert vish.page.evaluate("indexedDB.databases().then(all => all.length)") == 0
