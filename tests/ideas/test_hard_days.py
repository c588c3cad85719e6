"""Words about harm stand in no address; low words have one calm line; very long ones are bounded."""

import re

import pytest

from tests.ideas.test_filters import on_table
from tests.ideas.test_help_first import WORDS, page_of

LINE = 'id="hard-day"'


@pytest.mark.parametrize("place", ["theirs", "open"])
def test_what_is_typed_about_harm_is_in_no_address(cast, place):
    """Neither with scripts nor without: it is posted, and what follows knows only that help comes first."""
    address = cast.at("table/") if place == "theirs" else "/community/table/"
    browser = cast.browsing("idris")
    answer = browser.post(address, {"q": f"{WORDS}. I liked choirs", "only": "free"})
    assert re.fullmatch(rf"{re.escape(address)}\?help=[0-9a-f]{{8}}&only=free", answer["Location"])
    page = browser.get(answer["Location"]).content.decode()
    assert 'id="help-first"' in page and WORDS not in page and cast.choir.name in page


def test_all_of_it_about_harm_shows_help_alone(cast):
    browser = cast.browsing("olwen")
    answer = browser.post(cast.at("table/"), {"q": WORDS})
    assert answer["Location"] == cast.at("table/?help=1")
    page = browser.get(answer["Location"]).content.decode().partition("<main")[2]
    assert "tel:999" in page and "<article" not in page


def test_with_scripts_the_page_is_loaded_whole_and_its_address_says_nothing(cast):
    browser, htmx = cast.browsing("olwen"), {"HX-Request": "true"}
    answer = browser.post(cast.at("table/"), {"q": WORDS}, headers=htmx)
    answer = browser.get(answer["Location"], headers=htmx)
    assert answer["HX-Redirect"] == cast.at("table/?help=1")


def test_other_words_lead_to_a_page_that_can_be_gone_back_to(cast):
    answer = cast.browsing("olwen").post(cast.at("table/"), {"q": "a choir", "day": ["mon", "tue"], "only": ""})
    assert answer["Location"] == cast.at("table/?q=a+choir&day=mon&day=tue")
    assert cast.browsing("olwen").post(cast.at("table/"), {"q": " "})["Location"] == cast.at("table/")


@pytest.mark.parametrize(
    "said", ["everything feels pointless", "I feel so low", "don’t see the point", "I’ve been really down, a choir"]
)
def test_low_words_have_one_calm_line_above_what_is_found(cast, said):
    page = page_of(cast, f"?q={said}")
    results = page.partition('id="results"')[2]
    assert results.count("If today is hard, there is help now") == 1
    assert LINE in results and results.index(LINE) < results.index("<article")
    assert 'id="help-first"' not in page


@pytest.mark.parametrize("said", ["a choir", "low impact dance", "low on money", "dead good choir"])
def test_other_words_have_none(cast, said):
    assert LINE not in page_of(cast, f"?q={said}")


def test_nothing_is_ranked_by_it(cast):
    assert on_table(cast, "?q=everything feels pointless, a choir") == on_table(cast, "?q=a choir")


def test_five_thousand_letters_are_bounded_with_a_sentence(cast):
    page = page_of(cast, f"?q=choir {'x' * 5000}")
    box = page.partition('id="look_q"')[2].partition(">")[0]
    assert "We looked for the beginning of it" in page and 'value="choir x' in box and "x" * 300 not in box
    address = cast.browsing("olwen").post(cast.at("table/"), {"q": f"choir {'x' * 5000}"})["Location"]
    assert len(address) < 400 and "We looked for the beginning of it" in page_of(cast, address.partition("table/")[2])
    assert "We looked for the beginning of it" not in page_of(cast, f"?q=choir {'x' * 200}")


def test_help_comes_first_however_late_it_is_said(cast):
    assert 'id="help-first"' in page_of(cast, f"?q={'walking ' * 50} {WORDS}")
