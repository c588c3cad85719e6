"""What is typed with words about harm stands in no address, not even what is left of it; and it is soon forgotten."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.ideas.unsaid import LIES
from tests.ideas.test_filters import MOST_QUERIES, add

NAMES_OF_HELP = "domestic abuse"
MARKED = re.compile(r"\?help=[0-9a-f]{8}$")


@pytest.fixture
def browser(cast):
    return cast.browsing("idris")


def arrives_at(browser, address, said) -> tuple[str, str]:
    """Where posting this leads, and the page that is there."""
    place = browser.post(address, {"q": said})["Location"]
    return place, browser.get(place).content.decode()


@pytest.mark.parametrize(
    "said",
    [
        "I was sexually abused",
        NAMES_OF_HELP,
        "I want to die, I have the pills ready",
        "he raped me. his name is John Smith",
        "he hits me. I am with Dave at 12 Mill Rd",
    ],
)
@pytest.mark.parametrize("place", ["theirs", "open"])
def test_nothing_that_was_typed_is_in_the_address_nor_in_any_link(cast, browser, said, place):
    table = cast.at("table/") if place == "theirs" else "/community/table/"
    address, page = arrives_at(browser, table, said)
    assert MARKED.fullmatch(address.removeprefix(table)) and 'id="help-first"' in page
    addresses = " ".join(re.findall(r'(?:href|action|hx-post|value)="([^"]*)"', page)).lower()
    for word in ("pills", "john", "dave", "mill+rd", "mill rd", "sexually", "abused", "domestic"):
        assert word not in addresses, word


def test_what_a_group_helps_with_is_still_looked_for(cast, browser):
    add(cast, "Talking about domestic abuse")
    _, page = arrives_at(browser, cast.at("table/"), NAMES_OF_HELP)
    assert page.index("tel:999") < page.index("Talking about domestic abuse</a>")


def test_a_filter_keeps_what_is_looked_for_and_other_words_begin_afresh(cast, browser):
    place, page = arrives_at(browser, cast.at("table/"), "I want to die. I liked choirs")
    mark = place.partition("help=")[2]
    assert f'name="help" value="{mark}"' in page
    narrowed = browser.post(cast.at("table/"), {"q": "", "help": mark, "only": ["free", "once"]})["Location"]
    assert narrowed == cast.at(f"table/?help={mark}&only=free&only=once")
    page = browser.get(narrowed).content.decode()
    assert 'id="help-first"' in page and f'href="{cast.at("table/")}?help={mark}">Take all off' in page
    assert browser.post(cast.at("table/"), {"q": "a choir", "help": mark})["Location"] == cast.at("table/?q=a+choir")


@pytest.mark.parametrize("asked", ["?q=he+hits+me.+I+am+with+Dave", "?q=I+am+with+Dave&help=1", "?q=rape+crisis"])
@pytest.mark.parametrize("place", ["theirs", "open"])
def test_an_address_that_holds_it_leads_to_one_that_does_not(cast, browser, asked, place):
    table = cast.at("table/") if place == "theirs" else "/community/table/"
    answer = browser.get(f"{table}{asked}&only=free&off=x&off_of=he+hits+me")
    assert answer.status_code == 302
    assert re.fullmatch(rf"{re.escape(table)}\?help=[0-9a-f]{{8}}&only=free", answer["Location"])


def test_it_is_forgotten_when_the_table_is_opened_otherwise(cast, browser):
    place, page = arrives_at(browser, cast.at("table/"), "I want to die. I liked choirs")
    assert cast.choir.name in page
    assert "choirs" not in str(browser.session[LIES])
    browser.get(cast.at("table/?q=running"))
    assert LIES not in browser.session
    page = browser.get(place).content.decode().partition("<main")[2]
    assert "tel:999" in page and "<article" not in page


def test_it_is_looked_for_with_few_queries(cast, browser):
    place, _ = arrives_at(browser, cast.at("table/"), "I want to die. I liked choirs")
    with CaptureQueriesContext(connection) as queries:
        browser.get(place)
    assert len(queries) <= MOST_QUERIES


def test_nobody_else_finds_it_by_its_address(cast, browser):
    place, _ = arrives_at(browser, "/community/table/", "I want to die. I liked choirs")
    page = cast.browsing("olwen").get(place).content.decode().partition("<main")[2]
    assert "tel:999" in page and cast.choir.name not in page


def test_where_it_is_all_of_harm_nothing_is_put_away(cast, browser):
    place, _ = arrives_at(browser, cast.at("table/"), "I want to die")
    assert place == cast.at("table/?help=1") and LIES not in browser.session


@pytest.mark.parametrize("page", ["/community/", "/community/table/"])
def test_the_box_posts_and_offers_nobody_what_was_typed(browser, page):
    shown = browser.get(page).content.decode()
    box = re.search(r'<input [^>]*type="search"[^>]*>', shown)[0]
    form = shown[: shown.index(box)].rpartition("<form")[2]
    assert 'autocomplete="off"' in box and "csrfmiddlewaretoken" in form
    assert 'method="post"' in form.partition(">")[0] or 'formmethod="post"' in shown.partition(box)[2]
