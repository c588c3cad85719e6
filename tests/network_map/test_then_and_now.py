"""Pictures are kept as they were, and what is different is told in words that are true."""

from datetime import UTC, date, datetime, timedelta

import pytest

from kith.access import clock
from kith.access.refusal import Refused
from kith.network_map import actions, brought, queries
from kith.network_map.models import Before, Connection, Picture, Pictured
from kith.network_map.points import Point, points_of

from .conftest import SET_AT, add


@pytest.fixture
def picture(cast, life) -> Picture:
    """Of the 1st of September."""
    with clock.at(SET_AT):
        return actions.keep_picture(individual=cast.individual, by=cast.as_individual)


def told(cast, picture, *, own: bool = True) -> list[str]:
    now = queries.life_of(cast.individual, own=own)
    then = queries.pictured_in(picture, own=own)
    return queries.changes_since(then, [*now.here, *now.gone, *now.remembered]).sentences


@pytest.mark.shows("S103", "S76")
def test_what_is_new_and_who_moved_or_is_gone_is_told_in_words(cast, life, picture, club):
    assert told(cast, picture) == []
    add(cast, "Col", "Ines", through=club, circle=2)
    add(cast, "Biscuit", kind="pet")
    actions.move(connection=life["Dee"], circle=1, by=cast.as_individual)
    actions.move(connection=life["Anwen"], circle=3, by=cast.as_individual)
    actions.say_ended(connection=life["The centre"], by=cast.as_individual)
    actions.say_died(connection=life["Mum"], by=cast.as_individual)
    assert told(cast, picture) == [
        "Two new people, both from Calderford Running Club: Col and Ines.",
        "One new pet: Biscuit.",
        "Dee moved closer.",
        "Anwen moved further out.",
        "No longer here: The centre.",
        "Remembered: Mum.",
    ]


def test_who_came_back_is_told_as_here_again(cast, life):
    with clock.at(SET_AT):
        actions.say_ended(connection=life["Mum"], by=cast.as_individual)
        picture = actions.keep_picture(individual=cast.individual, by=cast.as_individual)
    actions.bring_back(connection=life["Mum"], by=cast.as_individual)
    assert told(cast, picture) == ["Here again: Mum."]


@pytest.mark.parametrize(
    ("through", "others", "words"),
    [
        (1, 0, ["One new person, from Calderford Running Club: F0."]),
        (0, 1, ["One new person: F0."]),
        (3, 0, ["Three new people, all from Calderford Running Club: F0, F1 and F2."]),
        (2, 1, ["Two new people, both from Calderford Running Club: F0 and F1.", "One new person: F2."]),
        (0, 11, ["11 new people: F0, F1, F10, F2, F3 and 6 more."]),
    ],
)
def test_through_what_they_came_is_said_only_where_it_is_so(cast, picture, club, *, through, others, words):
    for number in range(through + others):
        add(cast, f"F{number}", through=club if number < through else None)
    assert told(cast, picture) == words


def test_that_an_introduction_led_there_is_said_once_and_stays_so_in_pictures(cast, picture, club, monkeypatch):
    monkeypatch.setattr(brought, "_looks", [lambda individual, activity: "led-there"])
    (col,) = add(cast, "Col", through=club)
    new = [
        "One new person, from Calderford Running Club: Col.",
        "Calderford Running Club came through an introduction.",
    ]
    assert told(cast, picture) == new
    later = actions.keep_picture(individual=cast.individual, by=cast.as_individual)
    actions.say_more(connection=col, by=cast.as_individual, through=None, how_met="At school")
    (pictured,) = [each for each in queries.pictured_in(later, own=True) if each.name == "Col"]
    assert pictured.met_words == "Through an introduction to Calderford Running Club"
    assert told(cast, picture) == ["One new person: Col."]


def test_a_picture_never_changes_whatever_happens_afterwards(cast, life, picture):
    kept = list(Pictured.objects.order_by("pk").values())
    dee = actions.say_more(connection=life["Dee"], by=cast.as_individual, name="Deirdre", how_met="Here", circle=1)
    actions.say_died(connection=dee, by=cast.as_individual)
    actions.keep_to_oneself(connection=dee, by=cast.as_individual)
    actions.put_away(connection=life["Mum"], by=cast.as_individual)
    actions.keep_picture(individual=cast.individual, by=cast.as_individual)
    assert list(Pictured.objects.filter(picture=picture).order_by("pk").values()) == kept
    assert [each.taken_on for each in queries.pictures_of(cast.individual)] == [date(2026, 9, 11), date(2026, 9, 1)]


def test_one_picture_a_day_and_none_of_nothing(cast, life, picture):
    with clock.at(SET_AT), pytest.raises(Refused, match="picture of today already"):
        actions.keep_picture(individual=cast.individual, by=cast.as_individual)
    Before.objects.all().delete()
    Pictured.objects.all().delete()
    Connection.objects.all().delete()
    with pytest.raises(Refused, match="add somebody first"):
        actions.keep_picture(individual=cast.individual, by=cast.as_individual)


def test_others_see_in_a_picture_only_what_is_not_kept_to_oneself_now(cast, life, picture):
    actions.keep_to_oneself(connection=life["Dee"], by=cast.as_individual)
    assert "Dee" in [each.name for each in queries.pictured_in(picture, own=True)]
    assert "Dee" not in [each.name for each in queries.pictured_in(picture, own=False)]
    assert told(cast, picture, own=False) == []


@pytest.mark.shows("Q-08")
def test_talking_points_are_sentences_and_there_are_none_where_there_is_little_to_say(cast, life, club):
    here = queries.who_is_here(cast.individual, own=True)
    assert [each.words for each in points_of(here, new=[], you="you")] == [
        "Two of the three people here are there without being paid.",
        "Here you find people, a place and an activity.",
    ]
    assert points_of(here[:1], new=[], you="you") == []
    for name in ("Mum", "Dee"):
        actions.say_more(connection=life[name], by=cast.as_individual, gives_me="A laugh", i_give="Company")
    here = queries.who_is_here(cast.individual, own=True)
    said = points_of(here, new=["Two new people: Col and Ines."], you="Tomos", skipped=[Point.UNPAID, Point.VARIETY])
    assert [each.words for each in said] == [
        "Since the last picture: two new people: Col and Ines.",
        "With two of them it goes both ways: Tomos gives something, and something comes back.",
    ]


def test_where_nobody_is_unpaid_no_sentence_says_so(cast):
    add(cast, "Anwen", "Vish", "Noor", is_paid=True)
    assert points_of(queries.who_is_here(cast.individual, own=True), new=[], you="you") == []
    add(cast, "Col")
    (unpaid,) = points_of(queries.who_is_here(cast.individual, own=True), new=[], you="you")
    assert unpaid.words == "One of the four people here is there without being paid."


def test_a_skipped_point_rests_until_the_next_picture(cast, life, picture):
    actions.skip_point(individual=cast.individual, point=Point.UNPAID, by=cast.as_individual)
    assert queries.skipped_by(cast.individual, picture) == {"unpaid"}
    with clock.at(datetime(2026, 9, 20, 9, tzinfo=UTC)):
        later = actions.keep_picture(individual=cast.individual, by=cast.as_individual)
    assert queries.skipped_by(cast.individual, later) == set()


def test_who_is_counted_over_many_lives_is_nobody_kept_to_oneself_or_put_away(cast, life, django_assert_num_queries):
    actions.keep_to_oneself(connection=life["Dee"], by=cast.as_individual)
    tomorrow = clock.today() + timedelta(days=1)
    with django_assert_num_queries(1):
        counted = {each.name for each in queries.people_in_lives(before=tomorrow)}
    assert counted == {"Mum", "Anwen"}
    actions.put_away(connection=life["Mum"], by=cast.as_individual)
    assert [each.name for each in queries.people_in_lives(before=tomorrow)] == ["Anwen"]
    assert not queries.people_in_lives(before=SET_AT.date()).exists()
