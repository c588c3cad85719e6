"""Good news between meetings: who reads it is said first, one press answers it, and help comes before waiting."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser import states
from tests.browser.conftest import PATIENCE, PHONE
from tests.browser.counting import Counted
from tests.browser.soundness import too_wide
from tests.browser.still import shows

GOOD_NEWS = "27:31 today! Dawn says the last hill is mine now."
OWN_WORDS = "Proper chuffed for you. Tell me all of it on Monday."
WORRY = "They have changed the day. I do not know if I can go."
FIVE_KM = re.compile("5k")


@pytest.mark.shows("S101")
@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
def test_good_news_is_answered_in_one_press_by_whoever_was_named(arrive, javascript):
    greg = arrive("Greg", as_a=Counted, screen=PHONE, javascript=javascript)
    vish = arrive("Vish", as_a=Counted, javascript=javascript)
    keeps_words_of_his_own(vish)
    writes_about_his_5km(greg)
    answers_on_today(vish)
    reads_the_answer(greg)


def keeps_words_of_his_own(vish: Counted) -> None:
    """Once, and for good: Kith writes no answers."""
    vish.follows("Messages 1 waiting")
    vish.follows("Your own short answers")
    vish.writes("Words you like to answer with", OWN_WORDS)
    vish.presses("Keep these words")
    vish.sees(OWN_WORDS)
    vish.pressed = vish.typed = 0


def writes_about_his_5km(greg: Counted) -> None:
    """He sees who reads it, and when, before a word is typed; and once more when it has arrived."""
    greg.follows("Write to Vish")
    composer = greg.panel("Write to Vish")
    expect(composer).to_contain_text(re.compile(r"Vish reads this.* Expect an answer by \w+day \d+ \w+\."))
    expect(composer).to_contain_text("You, Vish and whoever covers for Vish see this.")
    expect(composer.get_by_role("link", name="help is here now")).to_be_visible()
    greg.writes("Your message", GOOD_NEWS)
    greg.taps(composer.get_by_role("radio", name=FIVE_KM))
    greg.presses("Send")
    greg.sees(re.compile(r"^Your message has arrived\. Vish reads this"))
    greg.sees(GOOD_NEWS, within=greg.panel("So far"))
    assert (greg.pressed, greg.typed) == (3, 1), greg.count


def answers_on_today(vish: Counted) -> None:
    vish.goes_to("/")
    row = waiting(vish, GOOD_NEWS)
    expect(row.get_by_role("link", name=FIVE_KM)).to_be_visible()
    vish.presses(OWN_WORDS, within=row)
    vish.is_on("Today")
    vish.sees(f"“{OWN_WORDS}” is on its way to Greg.")
    expect(waiting(vish, GOOD_NEWS)).to_have_count(0)
    assert (vish.pressed, vish.typed) == (1, 0), vish.count


def waiting(vish: Counted, words: str) -> Locator:
    return vish.panel("Messages").locator(".row").filter(has_text=words)


def reads_the_answer(greg: Counted) -> None:
    """It stands on his own page: nothing is pressed to find it."""
    greg.goes_to("/")
    greg.sees(OWN_WORDS, within=greg.panel("Messages"))


@pytest.mark.shows("S101", "Q-52")
def test_help_comes_first_for_whoever_asks_to_look_sooner(arrive):
    greg = arrive("Greg", as_a=Counted, screen=PHONE)
    greg.follows("Messages")
    greg.writes("Your message", WORRY)
    greg.presses("Please look at this sooner")
    greg.is_on("Before it goes")
    greg.has_all_of_it()
    help_now, own_words = greg.panel("Help now"), greg.panel("Your message")
    expect(help_now.get_by_role("link", name=re.compile("999"))).to_be_visible()
    assert help_now.bounding_box()["y"] < own_words.bounding_box()["y"]
    greg.sees(WORRY, within=own_words)
    greg.sees("We cannot promise a time.")
    greg.presses("Send it, and please look sooner")
    greg.sees("Your message has arrived.")
    greg.sees("You asked to look sooner.", within=greg.panel("So far"))
    assert (greg.pressed, greg.typed) == (3, 1), greg.count
    stands_on_top_for_vish(arrive("Vish"))


def stands_on_top_for_vish(vish: Counted) -> None:
    first = vish.page.locator("main section").first
    vish.sees(WORRY, within=first)
    vish.sees("asks you to look sooner", within=first)


def test_nothing_is_sent_without_words_and_nothing_chosen_is_lost(arrive):
    greg = arrive("Greg", as_a=Counted, screen=PHONE)
    greg.follows("Messages")
    greg.taps(greg.page.get_by_role("radio", name=FIVE_KM))
    greg.presses("Send")
    greg.sees("Write a few words first. One line is enough.")
    expect(greg.page.get_by_role("radio", name=FIVE_KM)).to_be_checked()


@pytest.fixture
def small_phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False, locale="en-GB")
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


@pytest.mark.shows("S98")
def test_did_you_go_takes_one_press_on_a_small_phone(world, small_phone):
    """Whoever holds the link answers without signing in, and without a script. Either button is as large."""
    host, place = states.asked_whether_he_went(world)
    shows(small_phone, host.get(place).content.decode())
    buttons = [small_phone.get_by_role("button", name=name, exact=True) for name in ("I went", "Not this time")]
    boxes = [button.bounding_box() for button in buttons]
    assert all(box["height"] >= 60 and box["width"] >= 280 for box in boxes), boxes
    assert (boxes[0]["width"], boxes[0]["height"]) == (boxes[1]["width"], boxes[1]["height"])
    assert too_wide(small_phone, PHONE["width"]) == []
    assert all(box["y"] + box["height"] <= PHONE["height"] for box in boxes), "both are there without scrolling"
    shows(small_phone, host.post(place, pressed(small_phone, buttons[1], place), follow=True).content.decode())
    expect(small_phone.get_by_text("You said: Not this time.")).to_be_visible()


def pressed(phone: Page, button: Locator, place: str) -> dict[str, str]:
    """What the button sends, and that it sends it to the page of the link."""
    phone.route("**/c/**", lambda route: route.fulfill(status=204))
    with phone.expect_request(lambda request: request.method == "POST") as sent:
        button.click()
    assert sent.value.url.endswith(place)
    return dict(parse_qsl(sent.value.post_data))
