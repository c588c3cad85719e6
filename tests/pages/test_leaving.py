"""Pages that somebody may not want to be seen with begin with a way to leave them, and say what it does not do."""

import re

import pytest
from django.urls import reverse

PAGES = ("people:shares", "people:who", "people:reach", "home:looked", "diary:diary", "home:let_in", "people:kept_away")
PAGES += ("people:authorities", "rights:information", "rights:mine", "safety:worries_told")
FIRST_LINK = re.compile(r"<body.*?<a ([^>]*)>(.*?)</a>", re.DOTALL)


def first_link(client, place: str) -> tuple[str, str]:
    return FIRST_LINK.search(client.get(place).content.decode()).groups()


@pytest.mark.shows("Q-81")
def test_leaving_is_the_first_thing_on_pages_of_danger_and_of_who_sees_what(world, settings):
    settings.LEAVE_TO = "https://weather.example/"
    own, greg = world.individual("greg").public_id, world.client("greg")
    places = ["/crisis/", "/leaving/", *(reverse(name, args=[own]) for name in PAGES)]
    for place in places:
        about, words = first_link(greg, place)
        assert words == "Leave this page" and 'href="https://weather.example/"' in about, place
        assert 'rel="noreferrer noopener" referrerpolicy="no-referrer"' in about, place
        assert "Your browser still remembers it." in greg.get(place).content.decode(), place
    assert "Leave this page" in world.client().get("/crisis/").content.decode()


def test_a_worker_has_nothing_to_leave_quickly_and_a_supporter_who_is_worried_has(world):
    own = [world.individual("greg").public_id]
    for place in (reverse("people:reach", args=own), reverse("home:let_in", args=own), reverse("safety:worried")):
        assert "Leave this page" not in world.client("vish").get(place).content.decode(), place
    assert "Leave this page" in first_link(world.client("tom"), reverse("safety:worried"))
    for place in (reverse("telling:tell"), reverse("rights:complain")):  # signed in or not
        assert [first_link(world.client(*who), place)[1] for who in ((), ("greg",))] == ["Leave this page"] * 2, place
        assert "Leave this page" not in world.client("vish").get(place).content.decode(), place


@pytest.mark.shows("Q-81")
def test_how_to_clear_what_stays_behind_can_be_read_without_signing_in(client, db):
    page = client.get(reverse("design:leaving")).content.decode()
    assert "Somebody who looks through the history can see it." in page and "private window" in page
