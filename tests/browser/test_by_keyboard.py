"""Tab, Space and Enter are enough: the write-up and the check-in, with the place one is at in sight."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visitor import Visitor

FAR = 80  # presses of Tab on one page at most

WHERE = """() => {
  const at = document.activeElement, box = at.getBoundingClientRect(), look = getComputedStyle(at);
  const label = at.labels && at.labels[0] ? at.labels[0].textContent : '';
  const outlined = style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  const beside = at.nextElementSibling;
  return {
    name: (at.getAttribute('aria-label') || label || at.textContent || '').trim().slice(0, 60),
    inSight: box.bottom > 0 && box.top < innerHeight,
    marked: outlined(look) || Boolean(beside && outlined(getComputedStyle(beside))),
  };
}"""


def tab_to(page: Page, name: str) -> None:
    """Goes on by Tab until this control is reached; every stop on the way can be seen. A name may end in “…”."""
    page.wait_for_load_state()  # before its looks have come no mark can be seen
    for _ in range(FAR):
        page.keyboard.press("Tab")
        at = page.evaluate(WHERE)
        assert at["inSight"] and at["marked"], f"nobody can see that the keyboard is at “{at['name']}”"
        if at["name"] == name or (name.endswith("…") and at["name"].startswith(name[:-1])):
            return
    raise AssertionError(f"“{name}” is not reached by Tab")


def goes_down_to(page: Page, option: str) -> None:
    """In a list, by the arrow: what is typed there is one word only for as long as nobody pauses."""
    chosen = "document.activeElement.selectedOptions[0].text"
    for _ in range(FAR):
        if page.evaluate(chosen) == option:
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"“{option}” is not in the list")


@pytest.mark.shows("Q-18", "Q-76")
def test_a_meeting_is_written_up_by_keyboard_alone(arrive):
    vish: Visitor = arrive("Vish")
    page = vish.page
    vish.is_on("Today")
    tab_to(page, "Before you meet Greg")
    page.keyboard.press("Enter")
    vish.is_on("Before you meet Greg")
    tab_to(page, "Write up")
    page.keyboard.press("Enter")
    vish.is_on("After you met Greg")
    tab_to(page, "What you talked about")
    page.keyboard.type("We talked about the long run.")
    tab_to(page, "Your own reflection")
    page.keyboard.press("Enter")  # unfolds it
    tab_to(page, "Your own reflection")
    page.keyboard.type("A good day.")
    tab_to(page, "Next meeting: …")
    page.keyboard.press("Enter")
    tab_to(page, "When?")
    goes_down_to(page, "In the spring")
    tab_to(page, "Done")
    page.keyboard.press("Enter")
    vish.is_on("What we said")
    vish.sees("We talked about the long run.")


@pytest.mark.shows("Q-18")
def test_how_it_went_is_told_by_keyboard_alone(arrive):
    greg: Visitor = arrive("Greg")
    greg.is_on("Hello Greg")
    question = greg.page.get_by_role("heading", name="Did you go?").first.inner_text()
    tab_to(greg.page, "I went")
    greg.page.keyboard.press("Space")
    greg.sees("Thank you. You can say more about it")
    expect(greg.page.get_by_role("heading", name=question, exact=True)).to_have_count(0)
