"""What every page has to be: valid, titled for any shoulder, one column wide enough, and without a finding of axe."""

import re
from collections import Counter

import html5lib
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from kith.demo.who import EVERYBODY

AXE = Axe()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ON_SCREENS = {1280: 900, 360: 640}
NARROWEST = 320
TELLING = ("mental", "health", "care", "support", "service", "budget", "worker", "illness", "recovery")
IDS = re.compile(r"\sid=\"([^\"]+)\"")


def wrong_with_html(html: str) -> list[str]:
    """What a strict reader of HTML stumbles over."""
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(html)
    errors = [f"HTML: {code} at {position}" for position, code, _ in parser.errors]
    twice = [f"id “{each}” stands twice" for each, times in Counter(IDS.findall(html)).items() if times > 1]
    headings = len(re.findall(r"<h1[\s>]", html))
    return errors + twice + ([] if headings == 1 else [f"{headings} headings of the first level"])


def wrong_with_title(title: str) -> list[str]:
    """A title stands in tabs and histories, where others may read it."""
    words = set(re.findall(r"\w+", title.casefold()))
    names = {person.name.casefold() for person in EVERYBODY.values()}
    telling = sorted(word for word in words if word in names or word.startswith(TELLING))
    return [f"title “{title}” tells {word}" for word in telling] + (
        [] if title.startswith("Kith · ") else [f"title “{title}”"]
    )


def wrong_on_screens(page: Page) -> list[str]:
    """Findings of axe on a desk and on a phone; and whatever is wider than the narrowest screen."""
    found = []
    for width, height in ON_SCREENS.items():
        page.set_viewport_size({"width": width, "height": height})
        found += [f"{width}px: {finding}" for finding in findings(page)] + too_wide(page, width)
    page.set_viewport_size({"width": NARROWEST, "height": 640})
    return found + too_wide(page, NARROWEST)


def findings(page: Page) -> list[str]:
    answer = AXE.run(page, options={"runOnly": RULES, "resultTypes": ["violations"]})
    return [
        f"{finding['id']}: {finding['nodes'][0]['html'][:160]} ({len(finding['nodes'])})"
        for finding in answer.response["violations"]
    ]


def too_wide(page: Page, width: int) -> list[str]:
    scrolls = page.evaluate("document.documentElement.scrollWidth")
    return [f"{width}px: scrolls sideways to {scrolls}px"] if scrolls > width else []
