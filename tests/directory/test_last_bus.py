"""The last bus back: which it is, and what ends after it has gone."""

from datetime import time, timedelta

import pytest

from kith.access import clock
from kith.access.refusal import Refused
from kith.directory import actions
from kith.directory import queries as directory
from kith.directory.last_bus import days_of, is_after
from kith.directory.models import LastBus, Place
from kith.directory.reading.entry import PlaceDetails

HALL = PlaceDetails("Moor hall", "Top Road, Highmoor", "CX9 4ZZ", 53.80, -2.10)
NINE = time(21)


@pytest.mark.parametrize(
    ("starts", "ends", "leaves", "told"),
    [
        (time(19), time(20, 59), NINE, False),
        (time(19), NINE, NINE, True),  # it leaves as the class ends
        (time(19), time(21, 1), NINE, True),
        (time(19), None, NINE, False),  # nobody knows when it ends
        (time(21, 30), None, NINE, True),
        (None, None, NINE, False),
        (None, time(22), NINE, True),
        (time(20), time(23, 30), time(0, 15), False),  # the bus goes after midnight
        (time(20), time(0, 10), time(0, 15), False),  # so does the end
        (time(20), time(0, 15), time(0, 15), True),
        (time(20), time(0, 30), time(23, 50), True),
        (time(20), time(1, 30), time(0, 15), True),
        (time(22), time(5), time(0, 15), True),
        (time(22), time(5), time(3, 59), True),
        (time(9), time(11), time(4), True),  # a bus at four in the morning is the day's first, and then none
        (time(0, 30), time(1), time(1, 15), False),
    ],
)
def test_what_ends_after_the_last_bus(starts, ends, leaves, told):
    assert is_after(starts, ends, leaves) is told


@pytest.mark.parametrize("ends", [time(1, 0), time(1, 30), time(2, 0)])
def test_the_nights_on_which_clocks_change_are_like_others(ends):
    """One o'clock is jumped over in March and comes twice in October; what a clock shows is what is compared."""
    assert not is_after(time(22), ends, time(2, 30))
    assert is_after(time(22), ends, time(0, 45))


def test_which_kind_of_day():
    assert [days_of(day) for day in range(7)] == ["week"] * 5 + ["saturday", "sunday"]


@pytest.fixture
def hall(db, worker) -> Place:
    actions.add_activity(name="Yoga", place=HALL, by=worker)
    return Place.objects.get()


def note(hall, worker, **leaves):
    return actions.note_last_buses(place=hall, leaves=leaves, words="43 from the church", by=worker)


def known(activity) -> dict:
    return {days: bus.leaves for days, bus in directory.last_buses([activity]).get(activity.pk, {}).items()}


def test_typed_once_it_is_known_of_all_that_share_the_stop(hall, worker):
    note(hall, worker, week=NINE, sunday=None)
    places = {
        "same": HALL,
        "next door": PlaceDetails("Chapel", latitude=53.8005, longitude=-2.1003),
        "same postcode": PlaceDetails("Room 2", "", "CX9 4ZZ"),
        "far": PlaceDetails("Mill", latitude=53.72, longitude=-1.94),
        "other postcode": PlaceDetails("Room 3", "", "CX9 4ZA"),
        "half a postcode": PlaceDetails("Somewhere", "", "CX9"),
    }
    made = {name: actions.add_activity(name=name, place=place, by=worker) for name, place in places.items()}
    made["nowhere"] = actions.add_activity(name="nowhere", by=worker)
    made["online"] = actions.add_activity(name="online", place=HALL, setting="remote", by=worker)
    told = {name for name, activity in made.items() if known(activity) == {"week": NINE, "sunday": None}}
    assert told == {"same", "next door"} | ({"same postcode"} if made["same postcode"].place.point is None else set())
    assert set(directory.last_buses(made.values())) == {made[name].pk for name in told}


def test_what_is_known_of_the_place_itself_comes_first(hall, worker):
    chapel = actions.add_activity(
        name="Choir", place=PlaceDetails("Chapel", latitude=53.8005, longitude=-2.1003), by=worker
    )
    note(hall, worker, week=NINE)
    note(chapel.place, worker, week=time(22))
    assert known(chapel) == {"week": time(22)}


def test_what_was_known_gives_way_to_what_is_typed(hall, worker):
    note(hall, worker, week=NINE, saturday=NINE)
    with clock.at(clock.now() + timedelta(days=200)):
        note(hall, worker, sunday=None)
        (left,) = LastBus.objects.all()
        assert (left.days, left.leaves, left.noted_on, left.noted_by) == ("sunday", None, clock.today(), "worker")
        assert left.words == "43 from the church"


@pytest.mark.parametrize(
    ("leaves", "words"),
    [({"holiday": NINE}, ""), ({"week": NINE}, "x" * 201), ({}, "43"), ({"week": NINE}, "4\x003")],
)
def test_what_cannot_stand_changes_nothing(hall, worker, leaves, words):
    note(hall, worker, week=NINE)
    with pytest.raises(Refused):
        actions.note_last_buses(place=hall, leaves=leaves, words=words, by=worker)
    assert [bus.leaves for bus in LastBus.objects.all()] == [NINE]


def test_all_of_it_can_be_taken_back(hall, worker):
    note(hall, worker, week=NINE)
    actions.note_last_buses(place=hall, leaves={}, by=worker)
    assert not LastBus.objects.exists()


def test_one_look_however_many(hall, worker, django_assert_num_queries):
    note(hall, worker, week=NINE)
    made = [actions.add_activity(name=f"Yoga {number}", place=HALL, by=worker) for number in range(20)]
    with django_assert_num_queries(1):
        assert len(directory.last_buses(made)) == 20
    with django_assert_num_queries(0):
        assert directory.last_buses([]) == {}
