"""What every page has to be: valid, titled for any shoulder, one column wide enough, and without a finding of axe."""

import re
from collections import Counter

import html5lib
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from kith.demo.who import EVERYBODY
from tests.browser.on_paper import HELP as AT_THE_END

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LEAN = {"resultTypes": ["violations"], "selectors": False, "elementRef": False, "preload": False}
AXE = """options => axe.run(document, options).then(answer => answer.violations.map(
  one => `${one.id}: ${one.nodes[0].html.slice(0, 160)} (${one.nodes.length})`))"""
ON_SCREENS = {1280: 900, 320: 640}
OF_SIZE_AND_PLACE = ["target-size", "scrollable-region-focusable"]
LARGEST = "Object.assign(document.documentElement.dataset, {text: 'largest', room: 'most'})"
AS_IT_WAS = "['text', 'room'].forEach(name => delete document.documentElement.dataset[name])"
WIDEST = """() => [...document.querySelectorAll('body *')]
  .filter(one => one.getBoundingClientRect().right > innerWidth + 1 && one.checkVisibility())
  .map(one => one.outerHTML.slice(0, 90))[0] || 'something'"""
MOVES = """() => {
  const running = document.getAnimations().map(one => one.animationName || one.transitionProperty);
  const would = [...document.querySelectorAll('*')].filter(one => {
    const look = getComputedStyle(one);
    return look.animationName !== 'none' || look.transitionDuration.split(',').some(time => parseFloat(time) > 0)
      || look.scrollBehavior === 'smooth';
  });
  return [...running, ...would.map(one => one.outerHTML.slice(0, 80))];
}"""
TELLING = ("mental", "health", "care", "support", "service", "budget", "worker", "illness", "recovery")
HELP_NOW = '<a class="help-now" href="/crisis/">Help now</a>'
IDS = re.compile(r"\sid=\"([^\"]+)\"")


def wrong_with_html(html: str) -> list[str]:
    """What a strict reader of HTML stumbles over."""
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(html)
    errors = [f"HTML: {code} at {position}" for position, code, _ in parser.errors]
    twice = [f"id “{each}” stands twice" for each, times in Counter(IDS.findall(html)).items() if times > 1]
    headings = len(re.findall(r"<h1[\s>]", html))
    return errors + twice + ([] if headings == 1 else [f"{headings} headings of the first level"])


def wrong_with_title(title: str, is_plain: bool = False) -> list[str]:
    """A title stands in tabs and histories, where others may read it. A plain page does not name us."""
    words = set(re.findall(r"\w+", title.casefold()))
    names = {person.name.casefold() for person in EVERYBODY.values()}
    telling = sorted(word for word in words if word in names or word.startswith(TELLING))
    return [f"title “{title}” tells {word}" for word in telling] + (
        [] if title.startswith("Kith · ") is not is_plain else [f"title “{title}”"]
    )


def wrong_with_help(html: str, is_plain: bool) -> list[str]:
    """Help now stands at the top of every page, at the same place; where to find help, and the day, at its end for
    paper. A plain page names nothing of ours."""
    top, _, rest = html.partition("<main")
    missing = [] if HELP_NOW in top else ["Help now is not at the top"]
    return [] if is_plain else missing + [f"“{each}” is nowhere" for each in AT_THE_END if each not in rest]


def wrong_on_screens(page: Page) -> list[str]:
    """Findings of axe on a desk and on the narrowest screen, which is also a desk at 400% zoom; whatever is wider than
    the screen, even in the largest words with the most room; and colours by night. On the narrow screen axe looks at
    sizes and places alone: no style colours, shows or hides anything by width, see `tests/design/test_widths.py`."""
    found = []
    for width, height in ON_SCREENS.items():
        page.set_viewport_size({"width": width, "height": height})
        is_widest = width == max(ON_SCREENS)
        axe = findings(page) if is_widest else findings(page, OF_SIZE_AND_PLACE, kind="rule")
        found += [f"{width}px: {each}" for each in axe] + too_wide(page, width)
        page.evaluate(LARGEST)
        found += [f"in the largest words, {each}" for each in too_wide(page, width)]
        page.evaluate(AS_IT_WAS)
    return found + wrong_at_night(page)


def wrong_at_night(page: Page) -> list[str]:
    """Dark colours, as the device asks for them."""
    page.emulate_media(color_scheme="dark")
    found = [f"in the dark: {finding}" for finding in findings(page, ["color-contrast"], kind="rule")]
    page.emulate_media(color_scheme="light")
    return found


def wrong_that_moves(page: Page) -> list[str]:
    """Nothing moves for whoever does not want it, by their device or by their choice: nothing runs or would begin."""
    page.emulate_media(reduced_motion="reduce")
    by_device = page.evaluate(MOVES)
    page.emulate_media(reduced_motion="no-preference")
    page.evaluate("document.documentElement.dataset.movement = 'less'")
    by_choice = page.evaluate(MOVES)
    page.evaluate("delete document.documentElement.dataset.movement")
    page.emulate_media(reduced_motion="reduce")
    return [f"moves: {each}" for each in by_device + by_choice]


def findings(page: Page, asked: list[str] = RULES, kind: str = "tag") -> list[str]:
    """What axe finds by these rules, each with the first place where it is found."""
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(AXE_SCRIPT)
    return page.evaluate(AXE, {"runOnly": {"type": kind, "values": asked}} | LEAN)


def too_wide(page: Page, width: int) -> list[str]:
    scrolls = page.evaluate("document.documentElement.scrollWidth")
    return [f"{width}px: scrolls sideways to {scrolls}px because of {widest(page)}"] if scrolls > width else []


def widest(page: Page) -> str:
    return page.evaluate(WIDEST)
