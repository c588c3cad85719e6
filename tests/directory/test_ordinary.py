"""Ordinary things to do, things to try once, names that are alike, and parts filled in bit by bit."""

from datetime import time

import pytest

from kith.access.actor import Actor
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.directory import queries
from kith.directory.actions import add_activity, fill_in
from kith.directory.models import Activity, Suggestion
from kith.directory.reading.entry import Slot
from kith.directory.search.vocabulary import concepts

from .conftest import CALDERFORD

pytestmark = pytest.mark.django_db


def looked(words="", **wishes):
    return [each.name for each in queries.look(words, queries.Wishes(**wishes)).found]


@pytest.mark.parametrize(
    ("name", "more", "is_ordinary"),
    [
        ("Calder Harriers social run", {"categories": ["running"]}, True),
        ("Women’s walking group", {"audience": "specialist"}, True),
        ("Calder men’s mental health walk", {}, False),
        ("Choir", {"organisation": "Calder NHS Trust"}, False),
        ("Painting", {"categories": ["Peer support"]}, False),
        ("Painting for some", {"audience": "specialist"}, False),
        ("Money advice", {"kind": "support"}, False),
    ],
)
def test_what_is_ordinary(worker, name, more, is_ordinary):
    made = add_activity(name=name, by=worker, **more)
    assert queries.is_ordinary(made) is is_ordinary
    assert (name in looked(ordinary=True)) is is_ordinary
    assert name in looked()


@pytest.mark.parametrize(
    ("words", "asks"),
    [("walking outdoors", False), ("a support group", True), ("talking therapies", True), ("sing with others", False)],
)
def test_who_asks_for_support_is_heard(words, asks):
    assert queries.asks_for_support(words) is asks


@pytest.mark.shows("S29")
def test_only_what_can_be_tried_once(neighbourhood, worker):
    fill_in(activity=neighbourhood["choir"], parts={"taster": True}, by=worker)
    made = add_activity(name="Judo", long_text="Free taster session. Every Monday.", by=worker)
    assert Suggestion.objects.filter(activity=made, field="taster").exists()
    assert sorted(looked(tasters=True)) == ["Judo", "Top Road choir"]
    fill_in(activity=made, parts={"taster": False}, by=worker)
    assert looked(tasters=True) == ["Top Road choir"]


@pytest.mark.parametrize(
    ("typed", "is_there"),
    [("Calderford brass bnad", True), ("The Brass Band", True), ("walking football!", True), ("Football", True)],
)
def test_names_that_are_alike(neighbourhood, typed, is_there):
    found = [each.name for each in queries.alike(typed)]
    assert bool({"Calderford brass band", "Walking football"} & set(found)) is is_there


def test_what_is_not_alike_and_what_has_ended(neighbourhood, worker):
    assert queries.alike("Calder Chess") == []
    assert queries.alike("the") == []
    add_activity(name="Bees for beginners", by=worker)
    assert queries.alike("Ukulele for beginners") == []
    assert [each.name for each in queries.alike("Bee for beginers")] == ["Bees for beginners"]
    fill_in(activity=neighbourhood["football"], parts={"status": "closed"}, by=worker)
    assert queries.alike("Walking football") == []


def test_what_the_town_has_nothing_of(neighbourhood, worker):
    asked = [concepts()[name] for name in ("sing", "dance")]
    assert queries.not_near(asked, [CALDERFORD], 20) == {"dance"}
    assert queries.not_near(asked, [(50.1, -5.2)], 5) == {"sing", "dance"}
    add_activity(name="Quiz", long_text="There is dance music at times.", place=None, by=worker)
    assert queries.not_near(asked, [], 5) == {"dance"}


def test_the_newest_come_first(neighbourhood, worker):
    made = add_activity(name="Chess", by=worker)
    assert queries.newest(2) == [made, neighbourhood["shed"]]


def test_parts_are_filled_in_together_or_not_at_all(neighbourhood, worker):
    band = neighbourhood["band"]
    fill_in(activity=band, parts={"getting_there": "Bus 4", "times": [Slot(5, time(10))]}, by=worker)
    band = queries.activity(band.public_id)
    assert (band.getting_there, [slot.weekday for slot in band.times.all()]) == ("Bus 4", [5])
    with pytest.raises(Refused):
        fill_in(activity=band, parts={"getting_there": "Bus 5", "price_pence": -1}, by=worker)
    assert Activity.objects.get(pk=band.pk).getting_there == "Bus 4"


def test_nobody_outside_fills_in(neighbourhood):
    with pytest.raises(NotPermitted):
        fill_in(activity=neighbourhood["band"], parts={"summary": "x"}, by=Actor.nobody())
