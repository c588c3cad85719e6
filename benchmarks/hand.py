"""A hand in a real browser that counts what it does: presses, boxes and screens; and what came over the wire."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median

BROWSER = os.environ.get("KITH_BROWSER")  # read before anybody clears the environment
USABLE = "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"


class Hand:
    """One page of a browser, signed in by a cookie."""

    def __init__(self, context) -> None:
        self.page = context.new_page()
        self.presses = self.boxes = self.screens = self.bytes = 0
        wire = context.new_cdp_session(self.page)
        wire.send("Network.enable")
        wire.on("Network.loadingFinished", self._came)

    def _came(self, told: dict) -> None:
        self.bytes += int(told["encodedDataLength"])

    def begins(self, address: str) -> None:
        """The screen that it starts on, all that belongs to it loaded."""
        self.page.goto(address, wait_until="networkidle")
        self.screens += 1

    def presses_on(self, what) -> None:
        """Something that leads to another screen."""
        self.presses += 1
        with self.page.expect_navigation(wait_until="networkidle"):
            what.click()
        self.screens += 1

    def switches(self, what) -> None:
        """Something that stays on this screen."""
        self.presses += 1
        what.click()

    def types(self, what, words: str) -> None:
        self.boxes += 1
        what.fill(words)


@contextmanager
def browser() -> Iterator:
    """The same one for everybody."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        begun = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        try:
            yield begun
        finally:
            begun.close()


def hand(begun, address: str, cookies: dict) -> Hand:
    """With nothing kept from before."""
    context = begun.new_context()
    context.add_cookies([{"name": name, "value": value, "url": address} for name, value in cookies.items()])
    return Hand(context)


def first_visit(begun, address: str, cookies: dict, times: int) -> tuple[float, int]:
    """Milliseconds until it can be used, the middle of so many; and all bytes that came over the wire."""
    took, weights = [], []
    for _ in range(times):
        one = hand(begun, address, cookies)
        one.begins(address)
        took.append(one.page.evaluate(USABLE))
        weights.append(one.bytes)
        one.page.context.close()
    return median(took), int(median(weights))
