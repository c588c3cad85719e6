"""In the told story: what grew in Greg's life, where its page is reached from, and who is offered to add to it."""

import pytest
from django.urls import reverse

from kith.network_map import queries
from tests.page_words import words_of

LINK = "/people-and-places/"


@pytest.fixture(autouse=True)
def friday_morning():
    """Not here: the story is told up to today, whichever day that is."""


@pytest.mark.shows("S56", "S62", "S103")
def test_then_and_now_of_the_story_reads_true(world):
    greg = world.individual("greg")
    (picture,) = queries.pictures_of(greg)
    then, now = queries.pictured_in(picture, own=True), queries.life_of(greg, own=True)
    assert {each.name for each in then if each.is_paid} == {"Vish"}
    assert {"Bridge House", "Mum"} <= {each.name for each in then if not each.end}
    assert [each.name for each in now.remembered] == ["Nan"]
    assert queries.changes_since(then, [*now.here, *now.gone, *now.remembered]).sentences == [
        "Two new people, both from Tuesday social run: Dawn and Nobby.",
        "One new person, from Beginners' kick-boxing: Sam.",
        "One new group, from Tuesday social run: Nine on a wet Tuesday.",
        "One new activity: Tuesday social run.",
        "Tuesday social run and Beginners' kick-boxing came through introductions.",
        "Mum moved closer.",
        "Bridge House moved further out.",
    ]


def test_its_page_is_a_link_away_from_where_both_are(world):
    greg = world.individual("greg")
    own, vish = world.client("greg"), world.client("vish")
    assert LINK in words_of(own.get(reverse("home:plan", args=[greg.public_id])))
    for page in ("home:person", "home:brief", "home:plan", "conversations:conversation"):
        assert LINK in words_of(vish.get(reverse(page, args=[greg.public_id])))
    page = words_of(vish.get(reverse("network_map:map_page", args=[greg.public_id])))
    assert "Greg, you and whoever covers for you see this." in page
    assert "Only Greg writes here, until Greg says you may too." in page


def test_whoever_goes_again_is_offered_to_add_it_by_one_press_and_nobody_else_is(world):
    greg = world.individual("greg")
    own, vish = world.client("greg"), world.client("vish")
    gym, club = (
        reverse("introductions:introduction_page", args=[greg.public_id, each.public_id])
        for each in (_introduction(greg, "Beginners' kick-boxing"), _introduction(greg, "Tuesday social run"))
    )
    assert "Add to People and places" in words_of(own.get(gym))
    assert "Add to People and places" not in words_of(vish.get(gym))
    assert "Is there somebody you know from there now?" in words_of(own.get(club))
    activity = _introduction(greg, "Beginners' kick-boxing").activity
    add = reverse("network_map:add_from_activity", args=[greg.public_id, activity.public_id])
    answer = own.post(add, {"next": gym})
    assert answer["Location"] == gym
    assert "Add to People and places" not in words_of(own.get(gym))
    assert queries.is_there(greg, activity, own=True)


def test_who_came_through_an_introduction_leads_back_to_it(world):
    greg = world.individual("greg")
    dawn = next(each for each in queries.who_is_here(greg, own=True) if each.name == "Dawn")
    page = words_of(
        world.client("greg").get(reverse("network_map:connection_page", args=[greg.public_id, dawn.public_id]))
    )
    assert "<dd>Through an introduction to Tuesday social run</dd>" in page
    club = _introduction(greg, "Tuesday social run")
    assert reverse("introductions:introduction_page", args=[greg.public_id, club.public_id]) in page


def _introduction(greg, name: str):
    from kith.introductions import queries as introductions

    return next(each for each in introductions.introductions_of(greg) if each.activity.name == name)
