"""A visitor whose every act is counted: a press is one, and so is a box that is filled in."""

from dataclasses import dataclass

from playwright.sync_api import Locator

from tests.browser.visitor import Visitor


@dataclass
class Counted(Visitor):
    """Pages that a letter's link opens, and words only read, are no act."""

    pressed: int = 0
    typed: int = 0

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

    @property
    def count(self) -> str:
        return f"{self.pressed} presses and {self.typed} boxes"
