"""A visitor whose every act is counted: a press is one, and so is a box that is filled in."""

from dataclasses import dataclass

from playwright.sync_api import Locator

from tests.browser.visitor import Visitor

# Somebody new looks before they press: 4 seconds for each press, 20 for each box, a code looked up or a list pasted.
SECONDS_FOR_A_PRESS, SECONDS_FOR_A_BOX = 4, 20


@dataclass
class Counted(Visitor):
    """Pages that a letter's link opens, and words only read, are no act."""

    pressed: int = 0
    typed: int = 0

    def sign_in_as(self, name: str) -> None:
        """The demo's own way in is not part of any journey."""
        before = self.pressed
        super().sign_in_as(name)
        self.pressed = before

    def presses(self, name: str, within: Locator | None = None) -> None:
        self.pressed += 1
        super().presses(name, within)

    def follows(self, name: str, within: Locator | None = None) -> None:
        self.pressed += 1
        super().follows(name, within)

    def opens(self, name: str) -> None:
        self.pressed += 1
        super().opens(name)

    def chooses(self, name: str, within: Locator | None = None) -> None:
        self.pressed += 1
        super().chooses(name, within)

    def picks(self, label: str, option: str) -> None:
        """A list takes two: opening it, and the choice."""
        self.pressed += 2
        super().picks(label, option)

    def writes(self, label: str, words: str) -> None:
        self.typed += 1
        super().writes(label, words)

    def taps(self, what: Locator) -> None:
        """One press of what was found by its place on the page."""
        self.pressed += 1
        what.first.click()
        self.page.wait_for_load_state("domcontentloaded")

    @property
    def seconds(self) -> int:
        """How long somebody takes who sees these pages for the first time."""
        return self.pressed * SECONDS_FOR_A_PRESS + self.typed * SECONDS_FOR_A_BOX

    @property
    def count(self) -> str:
        return f"{self.pressed} presses and {self.typed} boxes, {self.seconds} seconds"
