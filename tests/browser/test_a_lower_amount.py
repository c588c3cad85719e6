"""A lower amount: nine ways to it without what it takes are each refused in a browser; two people and a letter are the
lawful one, and the answer to it is kept and printed."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.browser.visitor import Visitor

LESS, PUT = "This is less than before", "Put it to a second person"
AS_IT_WAS, MORE = "£146", "£150"
ANSWER = "Fridays at Bridge House are how I see my friends. Please leave them."
LETTER = {
    "written_by": "Jean Marsh",
    "written_on": "2026-09-01",
    "told_on": "2026-09-03",
    "words": "It is now £100 a week.",
    "total": "100",
    "own_part": "16",
    "their_part": "84",
    "pays_for": "A support worker to go out with",
    "starts_on": "2026-10-01",
}
FORGED = {
    "was_total_a_year": "1",
    "was_their_part_a_year": "1",
    "total_a_year": "9999999",
    "previous": "",
    "proposal": "1",
    "proposed_by": "1",
    "recorded_by": "2",
}
IN_ONE_GO = """fields => { for (const [name, value] of Object.entries(fields))
    document.querySelector(`main form [name=${name}]`).value = value; }"""
HIDDEN = """fields => { for (const [name, value] of Object.entries(fields))
    document.querySelector('main form').append(
        Object.assign(document.createElement('input'), {type: 'hidden', name, value})); }"""
SEND_TO = "to => { const form = document.querySelector('main form'); if (to) form.action = to; form.submit(); }"


@pytest.mark.shows("S24", "Q-35")
def test_nine_ways_are_refused_and_the_lawful_one_is_answered(arrive):
    vish, morgan, greg = arrive("Vish"), arrive("Morgan"), arrive("Greg", screen=PHONE)
    vish.meets_soon("Greg")
    vish.follows("Greg’s Personal Budget")
    vish.sees("What does not change")
    budget = vish.page.url
    one_without_a_letter(vish, budget)
    two_without_its_day_or_who_decided(vish)
    three_with_forged_fields(vish, budget)
    four_as_much_but_only_once(vish, budget)
    still_stands(greg, budget, AS_IT_WAS)
    five_more_first_and_then_less_in_an_old_tab(vish, budget)
    waiting = six_two_tabs_at_once(vish, arrive("Vish"), budget)
    seven_the_same_person_by_the_address(vish, waiting)
    eight_somebody_without_a_say(greg, waiting)
    nine_by_a_page_that_was_open_meanwhile(vish, morgan, waiting)
    still_stands(greg, budget, MORE)
    begins(vish, budget)
    puts_it(vish)
    another_one_confirms(morgan, vish.page.url)
    answers(greg)


def types(visitor: Visitor, budget: str, **otherwise: str) -> None:
    visitor.page.goto(budget + "write-down/")
    visitor.page.evaluate(IN_ONE_GO, LETTER | otherwise)


def begins(visitor: Visitor, budget: str, **otherwise: str) -> None:
    """A lower amount as far as the form that asks what else the letter says."""
    types(visitor, budget, **otherwise)
    visitor.presses("Keep this copy")
    visitor.is_on(LESS)


def puts_it(visitor: Visitor) -> None:
    visitor.page.get_by_label("A letter of whoever decides").check()
    visitor.presses(PUT)
    visitor.is_on("Waiting for a second person")


def sends(visitor: Visitor, to: str = "") -> None:
    """Sends the form of the page, perhaps elsewhere, as somebody can who knows how pages are made."""
    with visitor.page.expect_navigation():
        visitor.page.evaluate(SEND_TO, to)


def still_stands(visitor: Visitor, budget: str, amount: str) -> None:
    visitor.page.goto(budget)
    visitor.sees(amount, within=visitor.panel("What was decided"))
    visitor.does_not_see("This is less than before.")


def one_without_a_letter(vish: Visitor, budget: str) -> None:
    begins(vish, budget)
    vish.presses(PUT)
    vish.sees("A lower amount needs the letter of whoever decides")


def two_without_its_day_or_who_decided(vish: Visitor) -> None:
    vish.page.get_by_label("A letter of whoever decides").check()
    vish.page.evaluate(IN_ONE_GO, {"decided_by": "", "written_on": ""})
    sends(vish)
    vish.is_on(LESS)
    for name in ("decided_by", "written_on"):
        expect(vish.page.locator(f"[name={name}]")).to_have_attribute("aria-invalid", "true")
    expect(vish.page.locator("[name=words]")).to_have_value(LETTER["words"])


def three_with_forged_fields(vish: Visitor, budget: str) -> None:
    """As if nothing more had been before, and as if two people had been at it."""
    types(vish, budget)
    vish.page.evaluate(HIDDEN, FORGED)
    sends(vish)
    vish.is_on(LESS)


def four_as_much_but_only_once(vish: Visitor, budget: str) -> None:
    types(vish, budget, total="9000", own_part="0", their_part="9000")
    vish.chooses("once")
    vish.presses("Keep this copy")
    vish.is_on(LESS)


def five_more_first_and_then_less_in_an_old_tab(vish: Visitor, budget: str) -> None:
    types(vish, budget, total="150", their_part="134")
    vish.presses("Keep this copy")
    vish.sees("Kept as it was written.")
    begins(vish, budget, total="146", their_part="130")
    vish.page.get_by_label("A letter of whoever decides").check()
    vish.page.evaluate(IN_ONE_GO, {"after": "what stood before"})
    vish.presses(PUT)
    vish.sees("Something newer was written down meanwhile.")


def six_two_tabs_at_once(vish: Visitor, other: Visitor, budget: str) -> str:
    """One waits for a second person; the other is told so. Gives the address of the one that waits."""
    begins(other, budget)
    other.page.get_by_label("A letter of whoever decides").check()
    tabs = [vish, other]
    for tab in tabs:
        tab.page.evaluate(SEND_TO, "")
    for tab in tabs:
        answer = tab.page.locator("main").get_by_text(re.compile("needs two people|Something is waiting already"))
        expect(answer.first).to_be_visible()
    refused = [tab for tab in tabs if tab.page.get_by_text("Something is waiting already.").count()]
    assert len(refused) == 1
    return next(tab.page.url for tab in tabs if tab not in refused)


def seven_the_same_person_by_the_address(vish: Visitor, waiting: str) -> None:
    vish.page.goto(waiting)
    vish.sees("A lower amount needs two people.")
    vish.does_not_see("I have read the letter: keep it")
    sends(vish, waiting + "confirm/")
    vish.is_on("Waiting for a second person")


def eight_somebody_without_a_say(greg: Visitor, waiting: str) -> None:
    token = greg.page.locator("[name=csrfmiddlewaretoken]").first.input_value()
    sent = {"csrfmiddlewaretoken": token}
    answer = greg.page.request.post(waiting + "confirm/", form=sent, headers={"Referer": greg.page.url})
    assert answer.status == 404


def nine_by_a_page_that_was_open_meanwhile(vish: Visitor, morgan: Visitor, waiting: str) -> None:
    """Taken back, and confirmed all the same."""
    morgan.page.goto(waiting)
    vish.presses("Take it back")
    vish.sees("Taken back. The copy is as it was.")
    morgan.presses("I have read the letter: keep it")
    morgan.sees("This was taken back already.")


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
