"""What Vish does at his desk."""

import re
from datetime import date

from playwright.sync_api import expect

from tests.browser.visitor import Visitor

PROMPT = "Check the football result before I see him."
SHARED = "We looked back at the 5km. Greg would like to go along to something new, near home."
REFLECTION = "I talked too much at the start."
NEXT_PROMPT = "Ask who won the cup."
GOAL = "Swim twenty lengths"
STEPS = (("Find my trunks", "Greg"), ("Look up the pool times", "Vish"), ("Go along to the pool", "Sam"))
HOST_SAID = "Glad to have him. Come in by the side door."


class Worker:
    """Vish, with Greg."""

    def __init__(self, visitor: Visitor):
        self.at = visitor

    def opens_greg_from_today(self) -> None:
        self.at.is_on("Today")
        self.at.meets_soon("Greg")
        self.at.is_on("Greg")

    def opens_greg_from_the_people(self) -> None:
        """Today leads to what waits; everybody is under People."""
        self.at.follows("People")
        self.at.is_on("People")
        self.at.follows("Greg")
        self.at.is_on("Greg")

    def reads_the_brief_and_ticks_the_first_prompt(self) -> None:
        self.at.follows("Before you meet")
        self.at.is_on("Before you meet Greg")
        first = self.at.page.locator("main section").first
        expect(first).to_contain_text("Start with")
        self.at.sees(PROMPT, within=first)
        self.at.presses(f"Done: {PROMPT}")
        self.at.does_not_see(PROMPT)

    def agrees_that_the_run_is_reached(self) -> None:
        self.at.page.get_by_role("link", name="Run the Calder Towpath 5k").first.click()
        self.at.opens("It is reached, or let it go")
        self.at.presses("It is reached")
        self.at.sees("What next?")
        self.opens_the_brief_of_greg()

    def writes_up_the_meeting(self) -> None:
        self.at.follows("Write up")
        self.at.opens("You met: today")
        expect(self.at.page.get_by_label("When did you meet?")).to_have_value(date.today().isoformat())
        self.at.writes("What you talked about", SHARED)
        self.at.opens("Your own reflection")
        self.at.writes("Your own reflection", REFLECTION)
        self.at.writes("Before I see Greg again", NEXT_PROMPT)
        self._writes_what_was_agreed()
        self.at.opens("Next meeting")
        self.at.picks("When?", "In about 3 months, as usual")
        self.at.presses("Done")
        self.at.is_on("What we said")
        self.at.sees("Saved.")

    def _writes_what_was_agreed(self) -> None:
        self.at.opens("A new goal")
        self.at.writes("The goal, in Greg’s words", GOAL)
        self.at.chooses("Something to aim for")
        self.at.opens("A step")
        self.at.opens("More steps")
        for number, (words, owner) in enumerate(STEPS, start=1):
            self.at.writes(f"Step {number}", words)
            self.at.picks(f"Who does step {number}?", owner)

    def reads_how_it_is_kept(self) -> None:
        self.at.opens("All of it")
        for words in (SHARED, REFLECTION, GOAL, *(words for words, _ in STEPS)):
            self.at.sees(words)

    def reads_both_accounts(self, theirs: str) -> None:
        self.at.page.reload()
        accounts = self.at.panel("How it is remembered")
        self.at.sees("As Vish wrote it", within=accounts)
        self.at.sees("As Greg remembers it", within=accounts)
        self.at.sees(SHARED, within=accounts)
        self.at.sees(theirs, within=accounts)

    def introduces(self, activity: str) -> None:
        self.opens_greg_from_the_people()
        self.at.follows("The table")
        self.at.panel("Kept").locator(".row", has_text=activity).get_by_role("link", name="Introduce").click()
        self.at.opens("When, and which friend")
        self.at.writes("First visit", date.today().isoformat())
        for choice in ("Nobody, Greg is fine", "First name"):
            self.at.chooses(choice)

    def says_yes_with_greg_to_the_words_shown(self) -> None:
        without_script = self.at.page.get_by_role("button", name="Show the words")
        if without_script.count():
            without_script.click()
        expect(self.at.page.locator("#words .letter").first).to_contain_text("Greg")
        self.at.presses("Greg says yes, here with me")
        self.at.sees("What to say")

    def notes_what_the_host_said(self) -> None:
        box = self.at.page.get_by_role("textbox", name=re.compile("^What .+ said$"))
        box.fill(HOST_SAID)
        self.at.presses("Keep this")
        self.at.sees(HOST_SAID)

    def opens_the_brief_of_greg(self) -> None:
        self.opens_greg_from_the_people()
        self.at.follows("Before you meet")
