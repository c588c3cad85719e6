"""The Brief: a minute's reading on a phone, and one sheet of paper without what is not for paper."""

import re

import pytest

from tests.browser.conftest import PHONE
from tests.browser.visitor import Visitor

MOST_WORDS = 80
MONEY = re.compile(r"£\s?\d|\d\s?(?:pounds|pence|GBP)\b", re.IGNORECASE)
SHEET = re.compile(rb"/Type\s*/Page[^s]")
FIRST_SCREEN = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), words = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const range = document.createRange(); range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    const seen = box.height > 1 && box.width > 1 && box.top < innerHeight && box.bottom > 0;
    if (seen && node.parentElement.checkVisibility()) words.push(...node.textContent.split(/\\s+/).filter(Boolean));
  }
  return words;
}"""


@pytest.fixture
def brief(arrive) -> Visitor:
    vish = arrive("Vish", screen=PHONE)
    vish.follows("Before you meet Greg")
    vish.is_on("Before you meet Greg")
    vish.has_all_of_it()
    return vish


@pytest.mark.shows("S20")
def test_the_first_screen_of_a_phone_holds_little_and_what_matters(brief):
    words = brief.page.evaluate(FIRST_SCREEN)
    said = " ".join(words)
    assert len(words) <= MOST_WORDS, said
    for wanted in ("Start with", "Check the football result", "You said you would"):
        assert wanted in said, said


def test_it_shows_no_amount_of_money(brief):
    assert not MONEY.search(brief.page.locator("main").inner_text())


def test_it_prints_on_one_sheet_without_the_reflection(brief):
    page = brief.page
    reflection = page.get_by_role("heading", name="Your reflection")
    assert reflection.is_visible()
    page.emulate_media(media="print")
    assert not reflection.is_visible()
    assert not page.get_by_text("The first ten minutes did the work").is_visible()
    assert page.get_by_text("Help now. In danger").is_visible()
    sheets = len(SHEET.findall(page.pdf(format="A4", prefer_css_page_size=True)))
    assert sheets == 1, f"{sheets} sheets"
