"""The listings of each cell of the map side by side: what is near is found there, in one order, and nothing is left
behind in it."""

from datetime import date
from random import Random

import pytest
from django.db import transaction

from kith.access import clock
from kith.directory.actions import add_activity, close, confirm, correct
from kith.directory.actions.index import index_again
from kith.directory.actions.opening import bring_feeds_up_to_date
from kith.directory.models import Activity, OpenListing, Place, SearchCell, SearchDocument
from kith.directory.queries import find
from kith.directory.reading.entry import PlaceDetails
from kith.directory.search import cells, documents, lookup, packed
from kith.directory.search import find as search
from kith.directory.search.around import Around
from kith.directory.search.backends import Sought, Wanted
from kith.directory.search.cells import nowhere, row_of, stretches_near
from kith.directory.search.near import Nearby, seen_near
from kith.directory.search.packed import HEAD, NAMED, SAID, Row
from kith.directory.search.places import miles_between
from kith.directory.search.sought import most_telling
from kith.directory.search.weights import Rarity

HERE = (53.72, -1.94)
CORNERS = [HERE, (53.75, -1.92), (49.0, -8.0), (60.85, -0.9), (-90, -180), (90, 180), (0, 0), (51.5, 179.99)]


def stands_in(stretches, row: int) -> bool:
    return any(first <= row <= last for first, last in stretches)


@pytest.mark.parametrize("here", CORNERS)
@pytest.mark.parametrize("miles", [0, 0.4, 3, 30])
def test_whatever_is_so_near_stands_in_the_stretches(here, miles):
    chance, far = Random(f"{here} {miles}"), miles / 60
    for key in range(300):
        there = (here[0] + chance.uniform(-far, far), here[1] + chance.uniform(-2 * far, 2 * far))
        if abs(there[0]) <= 90 and abs(there[1]) <= 180 and miles_between(here, there) <= miles:
            assert stands_in(stretches_near(here, miles), row_of(there, key * 50_000))


def test_what_is_far_or_nowhere_does_not():
    stretches = stretches_near(HERE, 3)
    for there in [None, (53.9, -1.94), (53.72, -1.6), (53.5, -1.94), (53.72, -2.3)]:
        assert not stands_in(stretches, row_of(there, 7))
    assert stands_in([nowhere()], row_of(None, 2**32 - 1))
    assert row_of(None, 2**32 - 1) < 2**63


def listing(key: int, name: str, body: str = "", facts: str = "", checked: date | None = None) -> SearchDocument:
    made = SearchDocument(pk=key, name_words=name, term_words="", body_words=body, fact_words=facts)
    made.activity = Activity(pk=key, last_checked_on=checked)
    return made


def test_a_row_without_some_of_its_listings_is_as_though_they_had_never_been_put_in():
    all_of_them = [listing(1, "choir", "tea and"), listing(2, "chess"), listing(3, "tea", "choir choir", "xfree")]
    row = packed.packed(all_of_them)
    assert packed.without(row, {2}) == packed.packed([all_of_them[0], all_of_them[2]])
    assert packed.without(row, {1, 2, 3}) == Row(b"", b"") and packed.without(row, {9}) == row


def test_what_is_packed_is_held_where_it_stood():
    around = Around([packed.packed([listing(1, "choir", "tea"), listing(2, "tea", "brass band xfree")])])
    held = around.look_for(["choir", "tea", "brass", "band", "kazoo"], ["xfree"])
    tea, brass_band = Sought((("tea",),)), Sought((("kazoo",), ("brass", "band")))
    assert list(held.share_of(tea, NAMED)) == [0, 1] and list(held.share_of(tea, SAID)) == [1, 0]
    assert held.share_of(brass_band, SAID)[0] == 0 < held.share_of(brass_band, SAID)[1] < 1  # its last term
    assert list(held.has_fact(["xfree"])) == [False, False]  # the word is no fact
    assert list(around.keys) == [1, 2]


@pytest.fixture
def choirs(worker):
    """One at each place, and one nowhere."""
    spots = {"here": HERE, "next cell": (53.76, -1.94), "east": (53.72, -1.6), "far": (51.5, -0.1)}
    made = {
        name: add_activity(name="Choir", long_text=name, place=PlaceDetails(name, "", "", *point), by=worker)
        for name, point in spots.items()
    }
    return made | {"nowhere": add_activity(name="Choir", long_text="nowhere", by=worker)}


def seen(words: str, miles: float, placeless: bool = False) -> list[int]:
    sought = tuple(Sought(((word,),)) for word in words.split())
    return seen_near([Nearby(Wanted(sought), HERE, miles, placeless)], 50)[0].keys


def keys(choirs, *names: str) -> list[int]:
    return [choirs[name].pk for name in names]


@pytest.mark.django_db
def test_what_is_near_comes_first_and_nothing_else_at_all(choirs):
    assert seen("choir", 1) == keys(choirs, "here")
    assert seen("choir", 20) == keys(choirs, "here", "next cell", "east")
    assert seen("choir", 4, placeless=True) == keys(choirs, "here", "next cell", "nowhere")
    assert seen("", 4) == keys(choirs, "here", "next cell")
    assert seen("kazoo", 20) == []


@pytest.mark.django_db
def test_what_moves_is_found_where_it_is_now_and_what_closes_is_gone(choirs, worker):
    correct(activity=choirs["far"], field="place", value=PlaceDetails("Mill", "", "", 53.721, -1.94), by=worker)
    correct(activity=choirs["next cell"], field="name", value="Kazoo", by=worker)
    close(activity=choirs["here"], by=worker)
    assert seen("choir", 20) == keys(choirs, "far", "east")
    assert seen("kazoo", 20) == keys(choirs, "next cell")


@pytest.mark.django_db
def test_the_cells_hold_every_document_once_and_no_row_is_empty(choirs, worker):
    close(activity=choirs["far"], by=worker)
    held = [key for row in SearchCell.objects.all() for key, *_ in HEAD.iter_unpack(bytes(row.heads))]
    assert sorted(held) == sorted(SearchDocument.objects.values_list("pk", flat=True))
    assert all(row.heads for row in SearchCell.objects.all())


@pytest.mark.django_db
def test_what_was_there_before_the_cells_is_put_into_them(choirs):
    from importlib import import_module

    from django.apps import apps

    before = {row.number: (bytes(row.heads), bytes(row.words)) for row in SearchCell.objects.all()}
    SearchCell.objects.all().delete()
    import_module("kith.directory.migrations.0070_search_cells").fill(apps, None)
    assert {row.number: (bytes(row.heads), bytes(row.words)) for row in SearchCell.objects.all()} == before


@pytest.mark.django_db
def test_two_words_with_one_number_bring_nothing_that_does_not_say_it(choirs, monkeypatch):
    monkeypatch.setattr(packed, "number_of", lambda word: 7)
    monkeypatch.setattr("kith.directory.search.around.number_of", lambda word: 7)
    assert find("kazoo", near=HERE) == []


@pytest.mark.django_db
def test_as_far_as_needed_and_no_farther(choirs, monkeypatch):
    """In a large directory what is farther is looked at only where hardly anything near by is named after it."""
    monkeypatch.setattr(lookup, "FEW_LISTINGS", 0)
    assert {one.activity_id for one in find("choir", near=HERE)} == {each.pk for each in choirs.values()}
    monkeypatch.setattr(lookup, "ENOUGH", 2)
    assert [one.activity_id for one in find("choir", near=HERE)] == keys(choirs, "here", "next cell", "nowhere")


@pytest.mark.django_db
@pytest.mark.parametrize("setting", ["remote", "home"])
def test_what_has_no_place_is_found_by_common_words_in_a_large_directory(choirs, worker, monkeypatch, setting):
    """However many near by are named after the same."""
    monkeypatch.setattr(lookup, "FEW_LISTINGS", 0)
    monkeypatch.setattr(lookup, "ENOUGH", 1)
    monkeypatch.setattr(lookup, "RARE", 0)
    apart = add_activity(name="Choir for everybody", setting=setting, by=worker)
    found = [one.activity_id for one in find("choir", near=HERE)]
    assert {apart.pk, choirs["nowhere"].pk} < set(found) and found[0] == choirs["here"].pk
    assert choirs["far"].pk not in found


@pytest.mark.django_db
def test_a_listing_said_to_be_right_today_lies_in_its_cell_as_of_today(choirs, worker):
    Activity.objects.filter(pk=choirs["here"].pk).update(last_checked_on=date(2020, 1, 1))
    index_again([choirs["here"].pk])
    choirs["here"].refresh_from_db()
    assert day_in_cell(choirs["here"]) == packed.day_number(date(2020, 1, 1))
    confirm(activity=choirs["here"], how="rang them", by=worker)
    assert day_in_cell(choirs["here"]) == packed.day_number(clock.today())
    assert seen("choir", 1) == keys(choirs, "here")


def day_in_cell(activity) -> int:
    rows = [HEAD.iter_unpack(bytes(row.heads)) for row in SearchCell.objects.all()]
    (day,) = [day for heads in rows for key, _, _, day, _ in heads if key == activity.pk]
    return day


@pytest.mark.django_db
def test_what_was_written_before_there_were_cells_is_put_into_them_when_the_clock_comes_by(choirs):
    """As where the version before went on writing while this one was put in its place."""
    OpenListing.objects.update(written_as="4")
    SearchCell.objects.all().delete()
    bring_feeds_up_to_date()
    assert seen("choir", 20) == keys(choirs, "here", "next cell", "east")


@pytest.mark.django_db
def test_a_limit_in_miles_keeps_what_has_no_place(choirs):
    found = {one.activity_id for one in find("choir", near=HERE, within_miles=4)}
    assert found == set(keys(choirs, "here", "next cell", "nowhere"))
    wide = {one.activity_id for one in find("choir", near=HERE, within_miles=cells.MOST_MILES + 10)}
    assert wide == set(keys(choirs, "here", "next cell", "east", "nowhere"))


def test_terms_that_as_many_hold_are_kept_in_one_order_whatever_order_they_came_in():
    terms = [(word,) for word in ("ash", "birch", "cedar", "elm", "oak")]
    rarity = Rarity(1000, {stem: 10 for (stem,) in terms})
    kept = [most_telling((Sought(tuple(order)),), rarity, most=30) for order in (terms, terms[::-1])]
    assert {frozenset(one.terms) for (one,) in kept} == {frozenset(terms[:3])}


@pytest.fixture
def a_hundred_each(db):
    """Choirs that differ in nothing but their keys: a hundred here, a hundred a long way off."""
    made = [add_many("Choir", point, 100) for point in (HERE, (51.5, -0.1))]
    return [[each.pk for each in some] for some in made]


def add_many(name: str, point: tuple[float, float], many: int) -> list[Activity]:
    place = Place.objects.create(name="Hall", key=f"hall {point}", latitude=point[0], longitude=point[1])
    made = [Activity.objects.create(name=name, place=place) for _ in range(many)]
    with transaction.atomic():
        index_again(each.pk for each in made)
    return made


def test_those_that_differ_in_nothing_come_in_the_order_of_their_keys(a_hundred_each):
    here, _ = a_hundred_each
    assert [one.activity_id for one in find("choir", near=HERE)] == sorted(here)[:20]


def test_what_a_search_costs_follows_what_is_near(a_hundred_each, monkeypatch, django_assert_max_num_queries):
    """Of a large directory: only listings of the cells around are looked through, and few are looked at closer."""
    looked_through, looked_at = [], []
    start, load = Around.__init__, documents.documents
    monkeypatch.setattr(lookup, "FEW_LISTINGS", 0)
    monkeypatch.setattr(Around, "__init__", lambda self, rows: start(self, rows) or looked_through.append(len(self)))
    monkeypatch.setattr(search, "documents", lambda keys: looked_at.extend(keys) or load(keys))
    with django_assert_max_num_queries(8):
        find("choir", near=HERE)
    assert looked_through == [100]
    assert len(looked_at) == lookup.NEAREST == 60
