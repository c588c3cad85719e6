"""Somebody at a screen: what they do is said by label and role, and what goes wrong unseen is written down."""

from dataclasses import dataclass, field
from typing import Literal

from playwright.sync_api import BrowserContext, ConsoleMessage, Locator, Page, Request, Response, expect

GOING_WRONG = 400
AS_MEANT = (422,)  # an answer with words about what was typed


@dataclass
class Visitor:
    """One person with one screen."""

    context: BrowserContext
    address: str
    wrong: list[str] = field(default_factory=list)

    def __post_init__(self):
        self.page: Page = self.context.new_page()
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.wrong.append(f"script: {error}"))
        self.page.on("requestfailed", self._lost)
        self.page.on("response", self._answered)

    def _heard(self, message: ConsoleMessage) -> None:
        is_about_an_answer = message.text.startswith("Failed to load resource")
        if message.type in ("error", "warning") and not is_about_an_answer:
            self.wrong.append(f"console: {message.text} on {self.page.url}")

    def _lost(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the visitor went on before it came
            self.wrong.append(f"no answer: {request.url} {request.failure}")

    def _answered(self, response: Response) -> None:
        if response.status >= GOING_WRONG and response.status not in AS_MEANT:
            self.wrong.append(f"{response.status}: {response.url}")
        if not response.url.startswith((self.address, "data:")):
            self.wrong.append(f"elsewhere: {response.url}")

    def sign_in_as(self, name: str) -> None:
        """Being somebody of the demo, from its page of people."""
        self.context.clear_cookies()
        self.goes_to("/demo/sign-in/")
        self.presses(f"Be {name}")

    def goes_to(self, place: str) -> None:
        self.page.goto(self.address + place)

    def presses(self, name: str, within: Locator | None = None) -> None:
        self._clicks("button", name, within)

    def follows(self, name: str, within: Locator | None = None) -> None:
        self._clicks("link", name, within)

    def _clicks(self, role: Literal["button", "link"], name: str, within: Locator | None) -> None:
        """A page that has only begun to arrive is not there yet: it is waited for until it can be read."""
        (within or self.page).get_by_role(role, name=name, exact=True).first.click()
        self.page.wait_for_load_state("domcontentloaded")

    def has_all_of_it(self) -> None:
        """Its looks have come as well: sizes and places are what they will be."""
        self.page.wait_for_load_state()

    def meets_soon(self, name: str) -> None:
        """From Today to somebody they meet in the next week: their name may stand under what waits as well."""
        self.follows(name, within=self.panel("In the next week"))

    def opens(self, name: str) -> None:
        """Opens what is folded away, if it is not open yet."""
        summary = self.page.locator("summary", has_text=name).first
        if summary.locator("xpath=..").get_attribute("open") is None:
            summary.click()

    def writes(self, label: str, words: str) -> None:
        """As people do, once the page is there: what is typed before its scripts are has a test of its own."""
        box = self.page.get_by_label(label, exact=True)
        box.wait_for()
        self.page.wait_for_load_state()
        box.fill(words)

    def chooses(self, name: str, within: Locator | None = None) -> None:
        """One of a few, by its own words."""
        (within or self.page).get_by_role("radio", name=name, exact=True).check()

    def picks(self, label: str, option: str) -> None:
        self.page.get_by_label(label, exact=True).select_option(option)

    def panel(self, title: str) -> Locator:
        heading = self.page.get_by_role("heading", name=title, level=2)
        return self.page.locator("section", has=heading).first

    def sees(self, words: str, within: Locator | None = None) -> None:
        expect((within or self.page.locator("main")).get_by_text(words).first).to_be_visible()

    def does_not_see(self, words: str) -> None:
        expect(self.page.get_by_text(words)).to_have_count(0)

    def is_on(self, heading: str) -> None:
        """The page with this heading is open."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text(heading)
