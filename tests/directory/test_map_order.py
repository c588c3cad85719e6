"""The index in the order of the map: what is near is found, also at the edges, and nothing is left behind in it."""

from random import Random

import pytest
from django.db import connection

from kith.directory.actions import add_activity, close, correct
from kith.directory.models import SearchDocument
from kith.directory.queries import find
from kith.directory.reading.entry import PlaceDetails
from kith.directory.search import sought
from kith.directory.search.backends import Sought, Wanted, candidates, row_number
from kith.directory.search.map_order import NOWHERE, WITHOUT_A_PLACE, spans_near, spot_of
from kith.directory.search.places import miles_between
from kith.directory.search.sought import most_telling, weighed
from kith.directory.search.weights import Rarity

CORNERS = [(53.75, -1.94), (53.7499, 0.0), (49.0, -8.0), (60.85, -0.9), (-90, -180), (90, 180), (0, 0), (51.5, 179.99)]


def holds(spans, spot: int) -> bool:
    return any(span.first <= spot <= span.last and span.south <= (spot & 31) <= span.north for span in spans)


@pytest.mark.parametrize("here", CORNERS)
@pytest.mark.parametrize("miles", [0, 0.4, 3, 40])
def test_whatever_is_so_near_stands_in_the_stretches(here, miles):
    chance = Random(f"{here} {miles}")
    spans = spans_near(here, miles)
    for _ in range(300):
        far = miles / 60
        there = (here[0] + chance.uniform(-far, far), here[1] + chance.uniform(-2 * far, 2 * far))
        if abs(there[0]) <= 90 and abs(there[1]) <= 180 and miles_between(here, there) <= miles:
            assert holds(spans, spot_of(there))


def test_what_is_far_does_not_stand_in_them():
    spans = spans_near((53.72, -1.94), 3)
    assert not holds(spans, NOWHERE)
    for there in [(53.8, -1.94), (53.72, -1.8), (53.6, -1.94), (53.72, -2.1)]:
        assert miles_between((53.72, -1.94), there) > 5 and not holds(spans, spot_of(there))


def test_a_look_as_wide_as_the_country_is_one_at_everything():
    assert spans_near((53.72, -1.94), 1000) == []


def test_every_number_fits_the_index():
    assert row_number(2**32 - 1, max(NOWHERE, spot_of((90, 180)))) < 2**63
    assert spot_of(None) == NOWHERE > spot_of((90, 180))


@pytest.fixture
def choirs(worker):
    """One at each place, and one nowhere."""
    spots = {"here": (53.72, -1.94), "next band": (53.76, -1.94), "east": (53.72, -1.6), "far": (51.5, -0.1)}
    made = {
        name: add_activity(name="Choir", long_text=name, place=PlaceDetails(name, "", "", *point), by=worker)
        for name, point in spots.items()
    }
    return made | {"nowhere": add_activity(name="Choir", long_text="nowhere", by=worker)}


def keys_near(miles: float, *more) -> set[int]:
    spans = (*spans_near((53.72, -1.94), miles), *more)
    return set(candidates(Wanted((Sought((("choir",),)),), (), spans), 50))


def keys(choirs, *names: str) -> set[int]:
    return {choirs[name].pk for name in names}


@pytest.mark.django_db
def test_the_index_gives_what_is_near_and_no_more(choirs):
    assert keys_near(1) == keys(choirs, "here")
    assert keys_near(4) == keys(choirs, "here", "next band")
    assert keys_near(20) == keys(choirs, "here", "next band", "east")
    assert keys_near(1, WITHOUT_A_PLACE) == keys(choirs, "here", "nowhere")
    assert len(candidates(Wanted((Sought((("choir",),)),)), 50)) == 5


@pytest.mark.django_db
def test_without_words_it_gives_whatever_is_near(choirs):
    assert set(candidates(Wanted((), (), tuple(spans_near((53.72, -1.94), 4))), 50)) == keys(
        choirs, "here", "next band"
    )
    assert len(find("", near=(53.72, -1.94), within_miles=4)) == 3  # and one that says no place


@pytest.mark.django_db
def test_what_moves_is_found_where_it_is_now_and_what_closes_is_gone(choirs, worker):
    correct(activity=choirs["far"], field="place", value=PlaceDetails("Mill", "", "", 53.721, -1.94), by=worker)
    close(activity=choirs["here"], by=worker)
    assert keys_near(1) == keys(choirs, "far")
    assert len(candidates(Wanted((Sought((("choir",),)),)), 50)) == 4
    assert SearchDocument.objects.get(pk=choirs["far"].pk).spot == spot_of((53.721, -1.94))


@pytest.mark.django_db
def test_a_word_that_was_taken_out_finds_nothing(choirs, worker):
    correct(activity=choirs["here"], field="name", value="Kazoo", by=worker)
    assert keys_near(1) == set()
    assert candidates(Wanted((Sought((("kazoo",),)),)), 50) == [choirs["here"].pk]


@pytest.mark.django_db
def test_the_rarer_word_and_the_name_come_first(worker):
    said = {"a choir": "group", "group": "choir", "tea": "a choir and a group", "choir group": ""}
    made = {name: add_activity(name=name, long_text=text, by=worker).pk for name, text in said.items()}
    wanted = weighed((Sought((("choir",),)), Sought((("group",),))), Rarity(100, {"choir": 5, "group": 60}))
    order = candidates(Wanted(wanted), 10)
    assert order[0] == made["choir group"] and order[-1] == made["tea"]
    if connection.vendor == "sqlite":
        assert order.index(made["a choir"]) < order.index(made["group"])


def test_of_many_words_the_commonest_are_left_out_of_the_widest_look():
    rarity = Rarity(100_000, {"group": 40_000, "choir": 900, "brass": 12, "band": 5_000})
    asked = (Sought((("group",),)), Sought((("choir",), ("brass", "band"))), Sought((("nobody",),)))
    kept = most_telling(asked, rarity, most=2_000)
    assert {term for one in kept for term in one.terms} == {("choir",), ("brass", "band"), ("nobody",)}
    assert most_telling(asked[:1], rarity, most=2_000) == asked[:1]  # when it is all that was said
    assert most_telling((), rarity) == ()
    assert most_telling(asked, rarity, most=sought.MOST_READ * 10) == asked
