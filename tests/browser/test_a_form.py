"""A form that fills itself, talked through first or in pieces on two screens; what is seen differently goes with it."""

import pypdfium2
import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.browser.on_paper import wrong_on_paper
from tests.browser.visitor import Visitor
from tests.cli.running import until

COMMUNICATE, SLOWLY = "4 How I communicate and how to communicate with me", "Slowly. Text me before you ring."
PLEASE_DO, SAY_SO = "6 Please do", "Say so when you run late."
RING_FIRST = "Ring before you come."
DIFFERENTLY = "I never said that I want more of it."
COPIED = "navigator.clipboard.readText()"
LISTENS = 5_000  # milliseconds between two looks at what the other wrote


@pytest.fixture
def vish(arrive) -> Visitor:
    return arrive("Vish")


@pytest.fixture
def greg(arrive) -> Visitor:
    return arrive("Greg", screen=PHONE)


@pytest.mark.shows("S11", "S13")
def test_what_was_said_is_there_and_the_rest_is_answered_in_pieces_on_two_screens(vish: Visitor, greg: Visitor):
    begins(vish, "First visit", "Talk first, write it up afterwards")
    asks_only_for_the_rest(vish)
    begins(vish, "About me", "Together, bit by bit")
    one_bit_and_stops(vish)
    comes_back_to_the_first_open_one(vish)
    the_same_question_on_two_screens(vish, greg)
    both_who_answer_lose_nothing(vish)


@pytest.mark.shows("S14")
def test_what_he_sees_differently_goes_with_the_form(vish: Visitor, greg: Visitor):
    begins(vish, "First visit", "Talk first, write it up afterwards")
    form = vish.page.url
    vish.presses("Show it to Greg")
    sees_it_differently(greg)
    for told in (words_to_paste(vish, form), printed_sheet(vish, form), pdf(vish, form)):
        assert "Greg sees it differently" in told and DIFFERENTLY in told


def begins(vish: Visitor, form: str, way: str) -> None:
    vish.goes_to("/")
    vish.meets_soon("Greg")
    vish.follows("Forms")
    vish.chooses(form)
    vish.chooses(way)
    vish.presses("Begin")


def asks_only_for_the_rest(vish: Visitor) -> None:
    vish.is_on("First visit")
    vish.sees("12 of 22 answers are there. Only the rest is asked for.")
    expect(vish.panel("Still to answer").get_by_role("listitem")).to_have_count(10)
    vish.sees("From: Where you want to go", within=vish.panel("Already there"))


def one_bit_and_stops(vish: Visitor) -> None:
    """The first open question is the fourth; its answer leads to the next open one, and the way back is at the top."""
    vish.sees("Question 4 of 11.")
    vish.writes(COMMUNICATE, SLOWLY)
    vish.presses("Save and go on")
    vish.sees("Question 6 of 11. You can stop here and go on another day.")
    vish.follows("About me")
    vish.sees("10 of 11 answers are there.")
    vish.follows("Forms")


def comes_back_to_the_first_open_one(vish: Visitor) -> None:
    vish.page.clock.install()
    vish.follows("About me")
    vish.follows("Answer the rest")
    vish.sees("Question 6 of 11.")


def the_same_question_on_two_screens(vish: Visitor, greg: Visitor) -> None:
    greg.page.goto(vish.page.url)
    greg.writes(PLEASE_DO, SAY_SO)
    greg.presses("Save")
    greg.sees("11 of 11 answers are there.")
    vish.page.clock.run_for(LISTENS)
    vish.sees("Greg wrote:")
    vish.sees(SAY_SO)


def both_who_answer_lose_nothing(vish: Visitor) -> None:
    """He was writing all the while. Both stand there until one of the two says what is right."""
    vish.writes(PLEASE_DO, RING_FIRST)
    vish.presses("Save")
    vish.sees("There are two answers. Which one is right?")
    for words in (SAY_SO, RING_FIRST):
        expect(vish.page.locator(".written").get_by_text(words)).to_be_visible()
    vish.writes(PLEASE_DO, f"{SAY_SO} {RING_FIRST}")
    vish.presses("Save")
    vish.sees("11 of 11 answers are there.")


def sees_it_differently(greg: Visitor) -> None:
    greg.goes_to("/")
    greg.follows("My forms")
    greg.follows("First visit")
    greg.sees("This is what would go. It has not left yet.")
    greg.opens("I see it differently")
    greg.writes("In your own words", DIFFERENTLY)
    greg.presses("Put it beside the form")
    greg.sees("You see it differently")
    greg.presses("That’s right")
    greg.sees("You said: That’s right")


def words_to_paste(vish: Visitor, form: str) -> str:
    vish.page.goto(form)
    vish.presses("Words to paste")
    vish.is_on("Words to paste")
    vish.context.grant_permissions(["clipboard-read", "clipboard-write"])
    vish.page.evaluate("navigator.clipboard.writeText('')")
    vish.presses("Copy all of it")
    assert until(lambda: vish.page.evaluate(COPIED))  # it is there a moment later
    return vish.page.evaluate(COPIED)


def printed_sheet(vish: Visitor, form: str) -> str:
    vish.page.goto(form)
    vish.follows("On paper, with the same numbers")
    vish.is_on("First visit")
    vish.has_all_of_it()
    assert wrong_on_paper(vish.page, ends_with_help=False) == []
    vish.page.emulate_media(media="print")
    printed = vish.page.locator("main").inner_text()
    vish.page.emulate_media(media="screen")
    return printed


def pdf(vish: Visitor, form: str) -> str:
    vish.page.goto(form)
    with vish.page.expect_download() as coming:
        vish.presses("PDF")
    document = pypdfium2.PdfDocument(coming.value.path())
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)
