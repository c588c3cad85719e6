"""A lower amount: one person alone gets nowhere; two and a letter do, and the answer to it is kept and printed."""

import pytest

from tests.browser.conftest import PHONE
from tests.browser.visitor import Visitor

ANSWER = "Fridays at Bridge House are how I see my friends. Please leave them."
LETTER = {
    "Who wrote the letter?": "Jean Marsh",
    "Which day stands on it?": "2026-09-01",
    "When did it come?": "2026-09-03",
    "What they wrote": "It is now £100 a week.",
    "Altogether, in pounds": "100",
    "What the person pays": "16",
    "What they pay": "84",
    "What does it pay for?": "A support worker to go out with",
    "From which day?": "2026-10-01",
}


@pytest.mark.shows("S24")
def test_less_needs_two_people_and_can_be_answered(arrive):
    vish = arrive("Vish")
    vish.meets_soon("Greg")
    vish.follows("Greg’s Personal Budget")
    vish.sees("What does not change")
    writes_it_down(vish)
    one_person_is_not_enough(vish)
    waiting = vish.page.url
    another_one_confirms(arrive("Morgan"), waiting)
    greg = arrive("Greg", screen=PHONE)
    answers(greg)


def writes_it_down(vish: Visitor) -> None:
    vish.follows("Write down what they decided")
    for label, words in LETTER.items():
        vish.page.get_by_label(label, exact=True).first.fill(words)
    vish.presses("Keep this copy")
    vish.is_on("This is less than before")
    vish.presses("Put it to a second person")
    vish.sees("A lower amount needs the letter of whoever decides")
    vish.page.get_by_label("A letter of whoever decides").check()
    vish.presses("Put it to a second person")


def one_person_is_not_enough(vish: Visitor) -> None:
    vish.is_on("Waiting for a second person")
    vish.sees("A lower amount needs two people.")
    vish.does_not_see("I have read the letter: keep it")


def another_one_confirms(morgan: Visitor, waiting: str) -> None:
    morgan.page.goto(waiting)
    morgan.presses("I have read the letter: keep it")
    morgan.is_on("Less than before")


def answers(greg: Visitor) -> None:
    greg.goes_to("/")
    greg.follows("My Personal Budget")
    greg.page.get_by_role("link", name="Calderford Council").first.click()
    greg.sees("Which of my needs changed?", within=greg.panel("You can ask for this"))
    greg.follows("Say that you do not agree")
    greg.writes("In your own words", ANSWER)
    greg.presses("Keep my words")
    greg.follows("Print your answer")
    greg.page.emulate_media(media="print")
    greg.is_on("I do not agree")
    greg.sees(ANSWER)
    greg.sees("Please do not change anything until I have an answer.")
