"""What people do with one listing."""

from datetime import date, time

import pytest

from kith.access.actor import Actor
from kith.access.models import TrailEntry
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.directory.actions import (
    accept_suggestion,
    add_activity,
    close,
    confirm,
    correct,
    dismiss_suggestion,
)
from kith.directory.models import Activity, SearchWord
from kith.directory.queries import activities, activity, count_live, differences, find, unsure_about
from kith.directory.reading.entry import PlaceDetails, Slot

from .conftest import CALDERFORD

pytestmark = pytest.mark.django_db


def test_added_by_hand(worker):
    made = add_activity(name="Rock choir", long_text="We sing every Tuesday at 7pm. All welcome.", by=worker)
    assert (made.kind, made.summary) == ("music", "We sing every Tuesday at 7pm. All welcome.")
    assert made.known_as == made.public_id
    assert [one.words for one in unsure_about(made)] == ["every Tuesday at 7pm"]
    assert [found.public_id for found in find("choir")] == [made.public_id]
    assert TrailEntry.objects.get().what == "listing added"


@pytest.mark.parametrize("name", ["", "  ", "x" * 301])
def test_a_listing_needs_a_name_that_fits(worker, name):
    with pytest.raises(Refused):
        add_activity(name=name, by=worker)
    assert not Activity.objects.exists()


def test_somebody_outside_may_not(neighbourhood):
    outside = Actor.nobody()
    for act in (
        lambda: add_activity(name="x", by=outside),
        lambda: confirm(activity=neighbourhood["band"], how="rang", by=outside),
        lambda: correct(activity=neighbourhood["band"], field="name", value="x", by=outside),
        lambda: close(activity=neighbourhood["band"], by=outside),
    ):
        with pytest.raises(NotPermitted):
            act()


def test_confirm_says_when_how_and_by_which_role(neighbourhood, worker):
    made = confirm(activity=neighbourhood["band"], how="went there", by=worker)
    assert (made.last_checked_how, made.checked_by) == ("went there", "worker")


def test_correct_is_found_at_once_by_its_new_words(neighbourhood, worker):
    correct(activity=neighbourhood["shed"], field="name", value="Ukulele evening", by=worker)
    assert [found.name for found in find("ukulele")][:1] == ["Ukulele evening"]
    assert "Engine shed" not in [found.name for found in find("engine")]


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        ("price_pence", 250, 250),
        ("is_free", False, False),
        ("on_date", date(2030, 1, 2), "2030-01-02"),
        ("categories", ["a", "b"], ["a", "b"]),
        ("organisation", "New people", "New people"),
        (
            "place",
            PlaceDetails("New hall"),
            {"name": "New hall", "address": "", "postcode": "", "latitude": None, "longitude": None},
        ),
    ],
)
def test_correct_keeps_both_values(neighbourhood, worker, field, value, kept):
    made = correct(activity=neighbourhood["band"], field=field, value=value, by=worker)
    (overlay,) = made.overlays.all()
    assert overlay.value == kept
    assert differences(made) == [overlay]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("public_id", "x"),
        ("name", ""),
        ("status", "gone"),
        ("price_pence", -1),
        ("email", 3),
        ("on_date", "soon"),
    ],
)
def test_correct_refuses_what_cannot_stand(neighbourhood, worker, field, value):
    with pytest.raises(Refused):
        correct(activity=neighbourhood["band"], field=field, value=value, by=worker)


def test_correct_times(neighbourhood, worker):
    made = correct(activity=neighbourhood["band"], field="times", value=[Slot(5, time(10))], by=worker)
    assert [slot.weekday for slot in made.times.all()] == [5]
    assert [found.name for found in find("brass band", days=(5,))] == ["Calderford brass band"]
    assert find("brass band", days=(1,)) == []


def test_close_takes_it_out_of_every_search(neighbourhood, worker):
    close(activity=neighbourhood["band"], by=worker)
    assert "Calderford brass band" not in [found.name for found in find("brass band")]
    assert activity(neighbourhood["band"].public_id).status == "closed"


def test_accept_makes_a_fact_and_dismiss_an_end(worker):
    made = add_activity(name="Choir", long_text="Every Tuesday 7pm. It costs £4.", by=worker)
    times, price = sorted(unsure_about(made), key=lambda one: one.field != "times")
    accept_suggestion(suggestion=times, by=worker)
    dismiss_suggestion(suggestion=price, by=worker)
    made = activity(made.public_id)
    assert [(slot.weekday, slot.starts) for slot in made.times.all()] == [(1, time(19))]
    assert made.price_pence is None
    assert unsure_about(made) == []
    assert [str(reason) for reason in find("choir")[0].why][1:3] == [
        "“choir” often means choirs and singing groups",
        "On Tuesdays, 7pm",
    ]
    for again in (accept_suggestion, dismiss_suggestion):
        with pytest.raises(Refused):
            again(suggestion=times, by=worker)


def test_word_counts_follow_every_change(neighbourhood, worker):
    held = SearchWord.objects.get(word="brass").documents
    close(activity=neighbourhood["band"], by=worker)
    assert (held, SearchWord.objects.get(word="brass").documents) == (1, 0)
    assert SearchWord.objects.get(word="").documents == len(neighbourhood) - 1


def test_queries(neighbourhood):
    band = neighbourhood["band"]
    assert activities([band.public_id, "unknown"]) == {band.public_id: band}
    assert activity("unknown") is None
    assert count_live() == 7
    assert count_live(CALDERFORD, 2) == 4


def test_nobody_counts_on_for_ever(neighbourhood, monkeypatch):
    monkeypatch.setattr("kith.directory.queries.COUNTED", 5)
    assert count_live() == 6
