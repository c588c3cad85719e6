"""Somebody or something new: a name and how close are enough, and little more is taken."""

import pytest

from kith.access.models import TrailEntry
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.network_map import actions, queries
from kith.network_map.models import Connection

from .conftest import add


@pytest.mark.shows("S62")
def test_a_name_and_how_close_are_enough_and_several_go_at_once(cast):
    added = add(cast, "Mum", "  Big   Sam ", "", circle=2)
    assert [each.name for each in added] == ["Mum", "Big Sam"]
    assert {(each.kind, each.circle, each.is_paid, each.typed_by_individual) for each in added} == {
        ("person", 2, False, True)
    }
    assert [each.name for each in queries.who_is_here(cast.individual, own=True)] == ["Big Sam", "Mum"]
    assert TrailEntry.objects.filter(what="added to people and places").count() == 2


def test_pressed_twice_it_is_one_and_another_of_the_same_name_is_another_circle_or_kind(cast):
    (first,) = add(cast, "Sam")
    assert add(cast, "Sam") == [first]
    assert add(cast, "Sam", circle=3) != [first]
    assert add(cast, "Sam", kind="pet") != [first]


@pytest.mark.shows("Q-26")
@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", "Please write a name."),
        ("sam@gym.example", "Please leave the email address out."),
        ("Sam 07700 900123", "Please leave the telephone number out."),
        ("Sam +44 (0) 1632-960-123", "Please leave the telephone number out."),
        ("Nan, CX1 2RG", "Please leave the postcode out."),
        ("Reed, Tomos", "without commas"),
        ("x" * 61, "is long for a name"),
    ],
)
def test_what_is_more_than_a_name_is_not_taken(cast, name, reason):
    with pytest.raises(Refused, match=reason):
        add(cast, "Mum", name) if name else add(cast, "")
    assert not Connection.objects.exists()


def test_what_looks_like_a_list_of_full_names_is_not_taken_and_what_people_call_others_is(cast):
    with pytest.raises(Refused, match="leave the last names out"):
        add(cast, "Dee Marsh", "Col Field", "Ines Stone")
    called = ["Auntie Jo", "Mrs Marsh", "Big Sam", "Old Col", "Jo-Ann", "Sam 2", "Dad’s Jo", "Nan", "O’Neil"]
    assert len(add(cast, *called)) == len(called)
    assert len(add(cast, "Town Library", "Memorial Park", "Lock Cottage", kind="place")) == 3


def test_thirty_at_once_and_five_hundred_in_all(cast):
    with pytest.raises(Refused, match="31 names, and 30 fit at once"):
        add(cast, *[f"Friend {number}" for number in range(31)])
    (mum,) = add(cast, "Mum")
    Connection.objects.bulk_create(_another(mum, number) for number in range(499))
    with pytest.raises(Refused, match="room for 500"):
        add(cast, "Sam")


def _another(connection: Connection, number: int) -> Connection:
    return Connection(
        individual=connection.individual,
        name=f"Friend {number}",
        circle=3,
        added_on=connection.added_on,
        recorded_by=connection.recorded_by,
        typed_by_individual=True,
    )


def test_only_a_person_is_paid_and_there_are_three_circles(cast):
    with pytest.raises(Refused, match="Only a person can be paid"):
        add(cast, "The gym", kind="place", is_paid=True)
    with pytest.raises(Refused, match="how close"):
        add(cast, "Mum", circle=4)
    with pytest.raises(Refused, match="leave the telephone number out"):
        add(cast, "Mum", how_met="ring 01632 960123")


@pytest.mark.shows("S103")
def test_an_activity_takes_its_place_by_one_press_and_keeps_what_it_is(cast, club):
    mine = actions.add_from_activity(individual=cast.individual, activity=club, by=cast.as_individual)
    assert (mine.name, mine.kind, mine.circle, mine.through) == (club.name, "activity", 3, club)
    assert actions.add_from_activity(individual=cast.individual, activity=club, by=cast.as_individual) == mine
    assert queries.is_there(cast.individual, club, own=True)
    assert queries.activities_known([mine, *add(cast, "Dee", through=club)]) == [club]


def test_a_long_name_of_an_activity_is_made_to_fit(cast, club):
    club.name = "Walking " * 20
    mine = actions.add_from_activity(individual=cast.individual, activity=club, by=cast.as_individual)
    assert len(mine.name) == 60
    assert mine.name.endswith("…")


def test_the_worker_writes_as_told_where_the_individual_wishes_and_a_stranger_never(cast):
    with pytest.raises(Refused, match="Only Tomos writes here, until Tomos says you may too"):
        add(cast, "Mum", by=cast.as_worker)
    with pytest.raises(Refused, match="Only Tomos can say this"):
        actions.let_worker_write(individual=cast.individual, by=cast.as_worker)
    actions.let_worker_write(individual=cast.individual, by=cast.as_individual)
    (mum,) = add(cast, "Mum", by=cast.as_worker)
    assert (mum.typed_by_individual, mum.recorded_by) == (False, cast.worker)
    actions.write_alone(individual=cast.individual, by=cast.as_individual)
    with pytest.raises(Refused, match="Only Tomos writes here"):
        add(cast, "Sam", by=cast.as_worker)
    with pytest.raises(NotPermitted):
        add(cast, "Sam", by=cast.as_stranger)


def test_for_somebody_without_an_account_the_worker_writes(cast):
    cast.individual.user = None
    cast.individual.save()
    (mum,) = add(cast, "Mum", by=cast.as_worker)
    assert not mum.typed_by_individual


def test_no_answer_tells_a_worker_of_what_is_kept_to_oneself(cast, club):
    """Neither a name written again, nor an activity, nor how many there is room for, nor a picture of it all."""
    actions.let_worker_write(individual=cast.individual, by=cast.as_individual)
    kept = [
        *add(cast, "Sam"),
        actions.add_from_activity(individual=cast.individual, activity=club, by=cast.as_individual),
    ]
    for each in kept:
        actions.keep_to_oneself(connection=each, by=cast.as_individual)
    with pytest.raises(Refused, match="add somebody first"):
        actions.keep_picture(individual=cast.individual, by=cast.as_worker)
    Connection.objects.bulk_create(_another(kept[0], number) for number in range(498))
    Connection.objects.update(is_mine_alone=True)
    theirs = [
        *add(cast, "Sam", by=cast.as_worker),
        actions.add_from_activity(individual=cast.individual, activity=club, by=cast.as_worker),
    ]
    assert [each.name for each in theirs] == ["Sam", club.name]
    assert not set(theirs) & set(kept)
    assert set(queries.who_is_here(cast.individual, own=False)) == set(theirs)
    with pytest.raises(Refused, match="room for 500"):
        add(cast, "Dee")
    assert add(cast, "Sam", by=cast.as_worker) == theirs[:1]
