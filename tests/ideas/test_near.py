"""Near first; where nothing is, wider, and it says so; what nobody goes out for is apart from it."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.directory import actions as directory
from kith.directory import queries
from kith.directory.reading.entry import PlaceDetails
from kith.directory.search.rings import ring_around
from kith.directory.travel import walk_minutes
from tests.page_words import words_of

from .test_filters import MOST_QUERIES, on_table

A_MILE = 1 / 69.0  # in degrees of latitude, near enough
APART = "Without going out"


def add(cast, name, *, miles=None, **more):
    north, east = cast.individual.near
    if miles is not None:
        more["place"] = PlaceDetails(name=f"{name} hall", latitude=north + miles * A_MILE, longitude=east)
    return directory.add_activity(name=name, by=cast.worker, **more)


def page_of(cast, asked, who="idris") -> str:
    return words_of(cast.browsing(who).get(cast.at(f"table/{asked}")))


@pytest.mark.parametrize(
    ("miles", "said"),
    [
        ([6], "Nothing within 2 miles. This is within 8 miles."),
        ([2.5, 2.8, 11], "Nothing within 2 miles. These are within 3 miles."),
        ([29], "Nothing within 2 miles. This is within 30 miles."),
        ([45], "Nothing within 30 miles."),
        ([1, 6], None),
        ([], "Nothing within 30 miles."),
    ],
)
def test_nothing_near_widens_by_itself_and_says_how_far_it_looked(cast, miles, said):
    for far in miles:
        add(cast, f"Kite making {far}", miles=far)
    page = page_of(cast, "?q=kite making&reach=2")
    assert said in page if said else "Nothing within" not in page
    ring = ring_around(miles)
    shown = [f"Kite making {far}" for far in miles if said and ring and far <= ring]
    if said:
        assert sorted(on_table(cast, "?q=kite making&reach=2")) == sorted(shown)


def test_what_nobody_knows_the_place_of_stays_and_does_not_count_as_near(cast):
    add(cast, "Kite making somewhere")
    add(cast, "Kite making", miles=6)
    page = page_of(cast, "?q=kite making&reach=2")
    assert "Nothing within 2 miles. This is within 8 miles." in page
    assert on_table(cast, "?q=kite making&reach=2") == ["Kite making", "Kite making somewhere"]


def test_where_no_limit_was_asked_it_says_how_far_the_nearest_is(cast):
    add(cast, "Kite making", miles=14)
    assert "The nearest of these is 14 miles away." in page_of(cast, "?q=kite making")
    add(cast, "Kite making club", miles=2)
    assert "The nearest of these" not in page_of(cast, "?q=kite making")


def test_whoever_set_out_from_nowhere_is_told_of_no_miles(cast):
    add(cast, "Kite making", miles=14)
    page = words_of(cast.browsing("idris").get("/community/table/?q=kite making"))
    assert "Kite making" in page and "The nearest of these" not in page


@pytest.mark.parametrize(
    ("setting", "says"), [("remote", "Online, or by telephone"), ("home", "They come to you"), ("place", "")]
)
def test_what_comes_to_you_is_apart_from_what_is_near(cast, setting, says):
    add(cast, "Kite making at the mill", miles=1)
    add(cast, "Kite talk", miles=1, setting=setting, long_text="Kite making, kite making.")
    page = page_of(cast, "?q=kite making")
    there, _, apart = page.partition(APART)
    assert "Kite making at the mill" in there
    assert ("Kite talk" in apart) is bool(says) and says in page
    if says:
        card = next(part for part in apart.split("<article") if "Kite talk" in part)
        assert "1.0 miles" not in card and "Kite talk hall" not in card and "do not know how far" not in card


def test_only_what_comes_to_you_is_not_called_nothing(cast):
    add(cast, "Kite talk", setting="remote")
    page = page_of(cast, "?q=kite")
    assert APART in page and "Nothing like that" not in page


def test_what_is_online_is_in_every_reach_and_is_near_to_nobody(cast):
    add(cast, "Kite talk", miles=40, setting="remote")
    page = page_of(cast, "?q=kite&reach=2")
    assert "Kite talk" in page.partition(APART)[2] and "Nothing within 30 miles." in page
    (found,) = queries.find("kite", near=cast.individual.near)
    assert found.miles is None and "Online, or by telephone" in [reason.words for reason in found.why]


def test_widening_asks_no_more_than_a_page_may(cast):
    for number in range(20):
        add(cast, f"Kite making {number}", miles=6 + number / 10)
    browser = cast.browsing("idris")
    browser.get(cast.at("table/"))
    with CaptureQueriesContext(connection) as asked:
        page = words_of(browser.get(cast.at("table/?q=kite making&reach=2")))
    assert "These are within 8 miles." in page
    assert len(asked) <= MOST_QUERIES, [query["sql"][:90] for query in asked.captured_queries]


def test_their_own_words_widen_within_the_same_bound(cast):
    add(cast, "Singing far away", miles=6)
    directory.close(activity=cast.choir, by=cast.worker)
    for each in (cast.harriers, cast.repair):
        directory.close(activity=each, by=cast.worker)
    browser = cast.browsing("idris")
    browser.get(cast.at("table/"))
    with CaptureQueriesContext(connection) as asked:
        page = words_of(browser.get(cast.at("table/?reach=walk")))
    assert "Nothing within 1 mile. This is within 8 miles." in page
    assert len(asked) <= MOST_QUERIES, [query["sql"][:90] for query in asked.captured_queries]


@pytest.mark.parametrize(
    ("miles", "minutes"),
    [(0, 5), (0.1, 5), (0.5, 15), (0.8, 20), (1, 30), (2, 55), (2.9, 80), (3, 85), (3.1, None), (40, None)],
)
def test_minutes_on_foot_are_an_easy_walk_along_streets(miles, minutes):
    assert walk_minutes(miles) == minutes


def test_what_a_ring_is():
    assert (ring_around([6, 40]), ring_around([30]), ring_around([30.1]), ring_around([])) == (8, 30, None, None)


def test_the_heading_stands_only_where_something_is_under_it(cast):
    assert not re.search(APART, page_of(cast, ""))
