"""What Greg does on his phone."""

from playwright.sync_api import expect

from tests.browser.visitor import Visitor

ACCOUNT = "I said somewhere by the river. Near home was your word."
RESULT, RESULT_WORDS = "27:12", "Felt like flying."


class Individual:
    """Greg, with his own notebook."""

    def __init__(self, visitor: Visitor):
        self.at = visitor

    def remembers_the_meeting_otherwise(self) -> None:
        self.at.is_on("Hello Greg")
        self.at.panel("My notes").get_by_role("link", name="What we said on").click()
        self.at.presses("Not how I remember it")
        self.at.writes("In your words", ACCOUNT)
        self.at.presses("Keep my words")
        self.at.sees(ACCOUNT)
        self.at.sees("Both stay, side by side.")

    def looks_on_the_table_for(self, words: str) -> None:
        self.at.goes_to("/")
        self.at.follows("Things to do")
        self.at.writes("What would be good to do?", words)
        self.at.presses("Look")
        self.at.sees(f"What fits “{words}”")

    def keeps_one_and_puts_one_aside(self) -> str:
        leaflets = self.at.page.locator("#results article")
        first, second = leaflets.nth(0), leaflets.nth(1)
        expect(first.get_by_role("listitem").first).not_to_be_empty()
        not_for_me = second.get_by_role("heading").inner_text()
        second.get_by_role("button", name="Not for me").click()
        self.at.sees(f"Put aside: {not_for_me}")
        kept = first.get_by_role("heading").inner_text()
        first.get_by_role("button", name="I like this").click()
        self.at.sees(f"Kept: {kept}")
        return kept

    def tells_by_one_tap_that_he_went(self, activity: str) -> None:
        self.at.goes_to("/")
        self.at.sees(f"Did you go to {activity}?")
        self.at.presses("I went")
        self.at.is_on("Hello Greg")
        self.at.does_not_see(f"Did you go to {activity}?")

    def goes_again_and_belongs(self, activity: str) -> None:
        self.at.panel("Places").get_by_role("link", name=activity).click()
        self.at.presses("I went again")
        self.at.presses("I belong here now")
        self.at.sees("You belong here")

    def checks_in_by_one_tap(self) -> None:
        self.at.goes_to("/")
        self.at.sees("Kick-boxing")
        self.at.presses("I went")
        self.at.sees("Thank you. You can say more about it")

    def adds_a_result(self) -> None:
        self.at.goes_to("/")
        self.at.follows("My goals and wishes")
        self.at.page.get_by_role("link", name="5k").first.click()
        self.at.opens("Add how it turned out")
        self.at.writes("What was the time?", RESULT)
        self.at.writes("Say something about it", RESULT_WORDS)
        self.at.presses("Keep it")
        results = self.at.panel("How it turned out")
        expect(results.get_by_role("img")).to_be_visible()
        self.at.opens("The same in words")
        expect(results.get_by_role("table")).to_contain_text(RESULT)

    def sees_that_vish_has_looked(self) -> None:
        self.at.goes_to("/")
        self.at.follows("Who has looked")
        self.at.sees("Vish")
