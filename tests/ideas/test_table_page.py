"""The table's page, for both partners."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.about_me import actions as about_me
from kith.ideas import queries
from kith.ideas.models import Idea
from tests.page_words import words_of


def test_one_box_and_leaflets_with_buttons_for_whoever_looks(cast):
    page = words_of(cast.browsing("idris").get(cast.at("table/?q=choir")))
    assert page.count('type="search"') == 1
    assert "Olwen likes this" in page and "Not for Olwen" in page
    mine = words_of(cast.browsing("olwen").get(cast.at("table/?q=choir")))
    assert "I like this" in mine and "Not for me" in mine


@pytest.mark.shows("S91")
def test_a_worker_introduces_straight_from_a_leaflet_on_the_table(cast):
    link = f'introductions/new/?activity={cast.choir.public_id}">Introduce'
    for who, is_offered in (("idris", True), ("olwen", False), ("mair", False)):
        assert (link in words_of(cast.browsing(who).get(cast.at("table/?q=choir")))) == is_offered


@pytest.mark.shows("S32")
def test_surprise_us_lays_out_varied_things(cast):
    page = words_of(cast.browsing("olwen").get(cast.at("table/?surprise=7")))
    assert "A surprise or two" in page
    assert page.count('class="leaflet"') == 3


def test_htmx_gets_the_results_alone(cast):
    part = cast.browsing("olwen").get(cast.at("table/?q=choir"), headers={"HX-Request": "true"})
    assert words_of(part).strip().startswith('<section id="results"')


@pytest.mark.shows("S106")
def test_what_is_kept_keeps_what_they_said_beside_it(cast):
    about_me.add_line(individual=cast.individual, kind="interest", words="Singing", by=cast.olwen)
    tap = {"activity": cast.choir.public_id, "state": "kept"}
    cast.browsing("olwen").post(cast.at("table/say/"), tap)
    assert queries.ideas_of(cast.individual).get().reasons == ["Olwen said: “Singing”"]


def test_one_tap_keeps_and_comes_back_to_the_same_search(cast):
    browser = cast.browsing("olwen")
    tap = {"activity": cast.choir.public_id, "state": "kept", "next": cast.at("table/?q=choir")}
    done = browser.post(cast.at("table/say/"), tap)
    assert done.url == cast.at("table/?q=choir")
    assert "your idea" in words_of(browser.get(done.url))
    idea = queries.ideas_of(cast.individual).get()
    assert (idea.had_by, idea.said_by) == ("individual", cast.users["olwen"])


def test_what_they_like_is_theirs_as_told_to_whoever_pressed(cast):
    browser = cast.browsing("idris")
    browser.post(cast.at("table/say/"), {"activity": cast.choir.public_id, "state": "kept"})
    idea = queries.ideas_of(cast.individual).get()
    assert (idea.had_by, idea.said_by) == ("individual", cast.users["idris"])
    page = words_of(browser.get(cast.at("table/")))
    assert "Olwen liked it, as told to Idris · 23 November" in page
    assert f"introductions/new/?activity={cast.choir.public_id}" in page
    assert "you liked it, as told to Idris" in words_of(cast.browsing("olwen").get(cast.at("table/")))


def test_a_worker_keeps_an_idea_of_their_own_and_says_so(cast):
    browser = cast.browsing("idris")
    assert "Keep it, my idea" in words_of(browser.get(cast.at("table/?q=choir")))
    browser.post(cast.at("table/say/"), {"activity": cast.choir.public_id, "state": "my idea"})
    page = words_of(browser.get(cast.at("table/")))
    assert "Idris’s idea · 23 November" in page and "It was" not in page
    mine = words_of(cast.browsing("olwen").get(cast.at("table/?q=choir")))
    assert "Keep it, my idea" not in mine
    cast.browsing("olwen").post(cast.at("table/say/"), {"activity": cast.repair.public_id, "state": "my idea"})
    assert queries.ideas_of(cast.individual).first().had_by == "individual"


def test_after_a_search_what_is_kept_stands_after_the_results_and_is_folded(cast):
    browser = cast.browsing("idris")
    for activity in (cast.choir, cast.repair):
        browser.post(cast.at("table/say/"), {"activity": activity.public_id, "state": "kept"})
    for asked in ("?q=running", "?only=free", "?surprise=7"):
        page = words_of(browser.get(cast.at("table/") + asked))
        assert "<span>Kept (2)</span>" in page and page.index("<h2>") < page.index("Kept (2)")
    opening = words_of(browser.get(cast.at("table/")))
    assert opening.index("<h2>Kept</h2>") < opening.index("To begin with")


def test_a_press_comes_back_to_the_same_place(cast):
    page = words_of(cast.browsing("olwen").get(cast.at("table/")))
    places = re.findall(r'<article class="leaflet" id="(at-\w+)"', page)
    ways_back = re.findall(r'name="next" value="[^"]*/table/#([^"]+)"', page)
    assert len(places) > 2 and ways_back == [*places[1:], places[-2]]


def test_after_a_search_what_they_like_stays_where_it_is_and_says_so(cast):
    browser = cast.browsing("olwen")
    here = f"{cast.at('table/?q=mend')}#at-{cast.repair.public_id}"
    assert f'name="stays" value="{here}"' in words_of(browser.get(cast.at("table/?q=mend")))
    tap = {"activity": cast.repair.public_id, "next": cast.at("table/"), "stays": here}
    assert browser.post(cast.at("table/say/"), {**tap, "state": "kept"}).url == here
    page = words_of(browser.get(cast.at("table/?q=mend")))
    assert '<span class="chip">Kept</span>' in page and "I like this" not in page
    assert browser.post(cast.at("table/say/"), {**tap, "state": "set aside"}).url == cast.at("table/")


def test_a_press_that_cannot_land_on_a_neighbour_lands_on_the_results(cast):
    page = words_of(cast.browsing("olwen").get(cast.at("table/?q=mend")))
    assert page.count('class="leaflet"') == 1 and 'table/?q=mend#results"' in page


def test_what_is_kept_away_is_told_calmly_with_a_way_to_see_it(cast):
    line = {"kind": "does_not_help", "words": "The Valley Community Choir"}
    about_me.add_line(individual=cast.individual, by=cast.olwen, **line)
    browser = cast.browsing("olwen")
    page = words_of(browser.get(cast.at("table/?q=choir")))
    assert "1 kept away because of what does not help" in page
    shown = words_of(browser.get(re.search(r'<a href="([^"]+away=1)"', page)[1].replace("&amp;", "&")))
    assert "Kept away, because of what does not help" in shown and f">{cast.choir.name}</a>" in shown
    assert "kept away because" not in words_of(browser.get(cast.at("table/?q=run")))


def test_only_an_empty_page_says_quietly_that_there_is_help(cast):
    browser = cast.browsing("olwen")
    for asked, says in (("?q=zzzqqq", True), ("?q=choir", False), ("", False)):
        assert ("If today is hard, there is help now." in words_of(browser.get(cast.at("table/") + asked))) is says


def test_how_far_the_heading_reaches_is_true_of_the_page(cast, monkeypatch):
    browser = cast.browsing("idris")
    assert "within 5 miles of Olwen" in words_of(browser.get(cast.at("table/?q=run")))
    assert "3 things to do near Olwen." in words_of(browser.get(cast.at("table/?q=mend")))
    monkeypatch.setattr("kith.directory.queries.COUNTED", 2)
    assert "More than 2 things to do near Olwen." in words_of(browser.get(cast.at("table/?q=mend")))


def test_whoever_had_the_idea_is_named_also_after_it_was_kept_again(cast):
    tap = {"activity": cast.choir.public_id, "state": "my idea"}
    cast.browsing("idris").post(cast.at("table/say/"), tap)
    for state in ("set aside", "kept"):
        cast.browsing("olwen").post(cast.at("table/say/"), {**tap, "state": state})
    assert queries.ideas_of(cast.individual).get().said_by == cast.users["olwen"]
    for who in ("idris", "olwen"):
        page = words_of(cast.browsing(who).get(cast.at("table/")))
        assert "Idris’s idea" in page and "Olwen’s idea," not in page


def test_not_for_me_stays_away(cast):
    browser = cast.browsing("olwen")
    browser.post(cast.at("table/say/"), {"activity": cast.choir.public_id, "state": "set aside"})
    page = words_of(browser.get(cast.at("table/?q=singing")))
    assert f'id="at-{cast.choir.public_id}"' not in page


def test_nothing_found_says_what_to_do(cast):
    page = words_of(cast.browsing("olwen").get(cast.at("table/?q=zzzqqq")))
    assert "Nothing like that on the table yet" in page
    assert 'value="zzzqqq"' in page


@pytest.mark.parametrize(
    "asked",
    ["?only=everything", "?day=someday", "?q=" + "x" * 5000, "?day=mon&day=tue&reach=far", "?reach=2&only=once"],
)
def test_odd_addresses_are_answered(cast, asked):
    assert cast.browsing("olwen").get(cast.at("table/") + asked).status_code == 200


def test_an_activity_that_is_not_there_is_not_found(cast):
    assert cast.browsing("olwen").post(cast.at("table/say/"), {"activity": "no"}).status_code == 404
    assert cast.browsing("olwen").get(cast.at("table/say/"))["Location"] == cast.at("table/")
    assert not Idea.objects.exists()


@pytest.mark.parametrize(
    ("who", "reads", "says"),
    [
        ("idris", 200, 302),
        ("olwen", 200, 302),
        ("cai", 200, 302),
        ("mair", 200, 404),
        ("noor", 404, 404),
    ],
)
def test_who_opens_the_table_and_who_may_keep(cast, who, reads, says):
    browser = cast.browsing(who)
    assert browser.get(cast.at("table/")).status_code == reads
    tap = {"activity": cast.choir.public_id, "state": "kept"}
    assert browser.post(cast.at("table/say/"), tap).status_code == says


def test_a_manager_is_offered_no_buttons(cast):
    page = words_of(cast.browsing("mair").get(cast.at("table/?q=choir")))
    assert "Olwen likes this" not in page


def test_the_table_asks_the_same_number_of_questions_however_much_was_kept(cast):
    browser = cast.browsing("idris")
    browser.get(cast.at("table/?q=choir"))
    counts = []
    for activity in (cast.repair, cast.harriers):
        tap = {"activity": activity.public_id, "state": "kept"}
        browser.post(cast.at("table/say/"), tap)
        browser.get(cast.at("table/?q=choir"))  # says “Kept”, which writes the session
        with CaptureQueriesContext(connection) as asked:
            browser.get(cast.at("table/?q=choir"))
        counts.append(len(asked))
    assert counts[0] == counts[1]
