"""What an individual prints of their own pages: what they read online, no empty boxes, and what to do by phone."""

import pytest

from tests.browser.on_paper import SHEET

BOXES = """() => [...document.querySelectorAll('main :is(textarea, input, select, button)')]
  .filter(one => one.checkVisibility() && one.getClientRects().length).map(one => one.outerHTML.slice(0, 90))"""
BY_PHONE = "To ask or to change something: ring 01632 960414, Monday to Friday, 9 to 5. Or say so when we meet."
READ = {
    "What we said": "We began with the derby",
    "About me": "What helps me",
    "My goals and wishes": "I sort of want to grow things again.",
    "Who works with me": "Vish Raman",
    "Who has looked": "the worker",
    "Before we meet": "The Kettle Café",
    "Messages": "I will ask round.",
}


def on_paper(greg) -> str:
    greg.page.emulate_media(media="print")
    greg.page.set_viewport_size(SHEET)
    return greg.page.locator("body").inner_text()


@pytest.mark.shows("S97", "Q-64", "Q-78")
def test_what_he_reads_online_prints_without_boxes_and_says_what_to_do_by_phone(arrive):
    greg = arrive("Greg")
    greg.page.wait_for_load_state()
    links = {name: greg.page.get_by_role("link", name=name, exact=True).first for name in READ}
    places = {name: link.get_attribute("href") for name, link in links.items()} | {"My calendar": "/my-calendar/"}
    wrong = []
    for name, place in places.items():
        greg.goes_to(place)
        words = on_paper(greg)
        wrong += [f"{name}: {each}" for each in greg.page.evaluate(BOXES)]
        wrong += [f"{name} lacks: {each}" for each in (READ.get(name, name), BY_PHONE) if each not in words]
        greg.page.emulate_media(media="screen")
    assert wrong == []


def test_help_now_prints_its_numbers_black_on_white(arrive):
    visitor = arrive()
    visitor.goes_to("/crisis/")
    assert "Ring 116 123" in on_paper(visitor)
    look = "one => { const look = getComputedStyle(one); return [look.color, look.backgroundColor] }"
    colours = visitor.page.locator(".number").first.evaluate(look)
    assert colours == ["rgb(0, 0, 0)", "rgba(0, 0, 0, 0)"]
