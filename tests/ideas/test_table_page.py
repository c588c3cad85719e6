"""The table's page, for both partners."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.about_me import actions as about_me
from kith.ideas import queries
from kith.ideas.models import Idea


def words_of(response) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


def test_one_box_and_leaflets_with_buttons_for_whoever_looks(cast):
    page = words_of(cast.browsing("idris").get(cast.at("table/?q=choir")))
    assert page.count('type="search"') == 1
    assert "Olwen likes this" in page and "Not for Olwen" in page
    mine = words_of(cast.browsing("olwen").get(cast.at("table/?q=choir")))
    assert "I like this" in mine and "Not for me" in mine


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


def test_a_worker_who_keeps_can_say_it_was_their_idea(cast):
    browser = cast.browsing("idris")
    browser.post(cast.at("table/say/"), {"activity": cast.choir.public_id, "state": "kept"})
    page = words_of(browser.get(cast.at("table/")))
    assert "Idris’s idea" in page and "It was Olwen’s idea" in page
    assert f"introductions/new/?activity={cast.choir.public_id}" in page
    tap = {"activity": cast.choir.public_id, "state": "kept", "had_by": "individual"}
    browser.post(cast.at("table/say/"), tap)
    assert "Olwen’s idea" in words_of(browser.get(cast.at("table/")))


def test_whoever_had_the_idea_is_named_also_after_it_was_kept_again(cast):
    tap = {"activity": cast.choir.public_id, "state": "kept"}
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
    assert f">{cast.choir.name}</a>" not in page


def test_nothing_found_says_what_to_do(cast):
    page = words_of(cast.browsing("olwen").get(cast.at("table/?q=zzzqqq")))
    assert "Nothing like that on the table yet" in page
    assert 'value="zzzqqq"' in page


@pytest.mark.parametrize(
    "asked", ["?only=everything", "?day=someday", "?q=" + "x" * 5000, "?day=mon&day=tue&only=near"]
)
def test_odd_addresses_are_answered(cast, asked):
    assert cast.browsing("olwen").get(cast.at("table/") + asked).status_code == 200


def test_an_activity_that_is_not_there_is_not_found(cast):
    assert cast.browsing("olwen").post(cast.at("table/say/"), {"activity": "no"}).status_code == 404
    assert cast.browsing("olwen").get(cast.at("table/say/")).status_code == 405
    assert not Idea.objects.exists()


@pytest.mark.parametrize(("who", "reads", "says"), [
    ("idris", 200, 302), ("olwen", 200, 302), ("cai", 200, 302), ("mair", 200, 404), ("noor", 404, 404),
])  # fmt: skip
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
