"""What a page is like on A4: asked of the browser as it lays the page out for print."""

from playwright.sync_api import Page

SHEET = {"width": 680, "height": 962}  # A4 without its margins, in the browser's pixels
ASK = """() => {
  const seen = one => one.checkVisibility() && one.getClientRects().length > 0;
  const only = (selector) => [...document.querySelectorAll(selector)].filter(seen);
  const told = one => one.outerHTML.slice(0, 120);
  const cut = only('main *').filter(one => {
    const look = getComputedStyle(one), clips = ['hidden', 'auto', 'scroll', 'clip'];
    if (one.closest('svg') || one.matches('.only-heard, input, select') || one.closest('.only-heard')) return false;
    return (clips.includes(look.overflowX) && one.scrollWidth > one.clientWidth + 2)
      || (clips.includes(look.overflowY) && one.scrollHeight > one.clientHeight + 2);
  });
  return {
    'is not for paper': only('header.top, .skip, nav, .button, .panel.private, [data-print]').map(told),
    'is cut': cut.map(told),
    'is darker than paper': only('body, main, .panel, .notice, .number').filter(one => {
      const [r, g, b, a = 1] = (getComputedStyle(one).backgroundColor.match(/[\\d.]+/g) || []).map(Number);
      return a > 0 && r + g + b < 600;
    }).map(told),
    'moves': document.getAnimations().map(one => one.animationName || one.transitionProperty),
  };
}"""
HELP = ("999", "116 123", "SHOUT", "Printed")


def wrong_on_paper(page: Page, ends_with_help: bool = True) -> list[str]:
    """Whatever is not for paper, what is cut or too wide, and a missing end: where to find help, and the day."""
    before = page.viewport_size
    page.emulate_media(media="print")
    page.set_viewport_size(SHEET)
    found = [f"{what} on paper: {each}" for what, all_of_it in page.evaluate(ASK).items() for each in all_of_it]
    for paper in ("", "largest"):
        page.evaluate("size => { document.documentElement.dataset.paper = size }", paper)
        width = page.evaluate("document.documentElement.scrollWidth")
        found += [f"is {width}px wide on paper, in {paper or 'usual'} words"] if width > SHEET["width"] else []
    page.evaluate("delete document.documentElement.dataset.paper")
    words = page.evaluate("document.body.innerText")
    found += [f"“{each}” is missing on paper" for each in HELP if ends_with_help and each not in words]
    page.emulate_media(media="screen")
    page.set_viewport_size(before)
    return found
