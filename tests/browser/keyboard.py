"""Tab through a whole page: everything is reached and left again, in sight, with a mark that can be seen."""

from playwright.sync_api import Page

WATCH = """() => {
  const outlined = style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  const words = one => one.getAttribute('aria-label') || one.textContent || one.name || one.tagName;
  const named = one => words(one).trim().slice(0, 50);
  const group = one => one.type === 'radio' ? one.form?.id + one.name : one;
  window.stops = new Map();
  window.blind = [];
  document.addEventListener('focusin', event => {
    const at = event.target, box = at.getBoundingClientRect(), beside = at.nextElementSibling;
    const marked = outlined(getComputedStyle(at)) || Boolean(beside && outlined(getComputedStyle(beside)));
    const inSight = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    if (!marked || !inSight) window.blind.push(named(at) + (marked ? ' is out of sight' : ' has no mark'));
    window.stops.set(group(at), true);
  });
  const all = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
  const open = one => one.checkVisibility({visibilityProperty: true}) && !one.disabled && one.tabIndex >= 0
    && getComputedStyle(one).visibility !== 'hidden' && one.getClientRects().length > 0;
  window.wanted = [...document.querySelectorAll(all)].filter(open);
  window.missed = () => window.wanted.filter(one => !window.stops.has(group(one))).map(named);
  document.activeElement.blur();
  return new Set(window.wanted.map(group)).size;
}"""
AND_MORE, ROOM = 15, 12  # a day's box has several stops of its own, and the page itself is one


def wrong_by_keyboard(page: Page) -> list[str]:
    """Stops that cannot be seen, and controls that Tab does not come to. It stays on the page: it ends at the last."""
    stops = page.evaluate(WATCH)
    boxes_with_parts = page.locator("input[type=date], input[type=time]").count()
    press_tab(page, stops)
    for _ in range(ROOM * boxes_with_parts + AND_MORE):
        if not page.evaluate("window.missed().length"):
            break
        press_tab(page, 1)
    missed, blind = page.evaluate("(document.activeElement.blur(), [window.missed(), [...new Set(window.blind)]])")
    return [f"Tab does not come to “{each}”" for each in missed] + [f"at the keyboard, {each}" for each in blind]


def press_tab(page: Page, times: int) -> None:
    """Held, it goes on."""
    for _ in range(times):
        page.keyboard.down("Tab")
    page.keyboard.up("Tab")
