"""How pages look: chosen signed in or not, kept with the person or on the device, and taken over by nobody else."""

import re

import pytest
from django.test import Client

from kith.access.actor import Actor
from kith.access.permit import NotPermitted
from kith.design.looks import Look
from kith.people import actions

PLACE = "/how-it-looks/"
HTML = re.compile(r"<html lang=\"en-GB\"([^>]*)>")


def chooses(client: Client, **choices):
    return client.post(PLACE, {"next": "/account/login/"} | choices)


def attributes(client: Client, place: str = PLACE) -> str:
    return HTML.search(client.get(place).content.decode())[1].strip()


@pytest.mark.shows("Q-67", "Q-75")
def test_nobody_signed_in_chooses_for_the_device(db):
    visitor = Client()
    answer = chooses(visitor, theme="soft", text="larger")
    assert answer.status_code == 302
    assert set(visitor.cookies) == {"look"}
    for place in (PLACE, "/account/login/", "/crisis/", "/nothing-here/"):
        assert attributes(visitor, place) == 'data-theme="soft" data-text="larger"', place
        assert "design/soft.css" in visitor.get(place).content.decode()


@pytest.mark.shows("Q-75")
def test_what_is_chosen_is_kept_with_the_person_wherever_they_sign_in(world):
    chooses(world.client("greg"), text="largest", paper="large")
    elsewhere = world.client("greg")
    assert attributes(elsewhere, "/") == 'data-text="largest" data-paper="large"'
    assert world.greg.look == {"text": "largest", "paper": "large"}
    assert "look" not in elsewhere.cookies


def test_their_own_comes_before_the_device_s(world):
    greg = world.client("greg")
    greg.cookies["look"] = "theme.dark"
    assert attributes(greg, "/") == 'data-theme="dark"'
    chooses(greg, theme="light", here_too="yes")
    greg.cookies["look"] = "theme.dark"
    chooses(greg, theme="soft")
    assert attributes(greg, "/") == 'data-theme="soft"'
    assert greg.cookies["look"].value == "theme.dark"


def test_the_device_has_it_too_only_when_they_say_so(world):
    greg = world.client("greg")
    chooses(greg, theme="dark", here_too="yes")
    assert greg.cookies["look"].value == "theme.dark"
    greg.post("/account/logout/")
    assert attributes(greg) == 'data-theme="dark"'
    greg = world.client("greg")
    greg.cookies["look"] = "theme.dark"
    chooses(greg, theme="dark")
    assert greg.cookies["look"].value == ""


def test_the_next_person_takes_nothing_over(world):
    device = world.client("greg")
    chooses(device, theme="contrast", text="largest")
    assert attributes(device, "/crisis/") == 'data-theme="contrast" data-text="largest"'
    device.post("/account/logout/")
    assert attributes(device) == ""
    assert attributes(device, "/crisis/") == ""
    device.force_login(world.maya)
    assert attributes(device, "/") == ""


def test_on_a_shared_device_not_even_what_was_left_on_it(world):
    device = world.client("maya")
    device.cookies["look"] = "theme.dark"
    session = device.session
    session["device"] = "shared"
    session.save()
    assert attributes(device, "/") == ""
    assert "The same before I sign in" not in device.get(PLACE).content.decode()


def test_in_somebody_s_hands_it_holds_for_that_time_only(world):
    screen = world.client("vish")
    session = screen.session
    session["in_the_hands_of"] = world.individual("greg").public_id
    session.save()
    chooses(screen, text="largest")
    assert attributes(screen) == 'data-text="largest"'
    assert world.vish.look == {}
    session = screen.session
    del session["in_the_hands_of"]
    session.save()
    assert attributes(screen) == ""


def test_what_is_no_choice_is_left_out(db):
    visitor = Client()
    for kept in ("theme.<script>", "theme", "...___", "text.huge_theme.dark", "x" * 5000):
        visitor.cookies["look"] = kept
        assert attributes(visitor) in ("", 'data-theme="dark"')
    assert chooses(visitor, theme="purple").status_code == 422


def test_it_leads_back_to_where_one_was_and_nowhere_else(db):
    for asked, led in (("/crisis/", "/crisis/"), ("https://elsewhere.example/", "/"), ("//elsewhere.example", "/")):
        assert f'<p class="back"><a href="{led}">' in Client().get(PLACE, {"next": asked}).content.decode()


def test_nobody_chooses_for_somebody_else(world):
    with pytest.raises(NotPermitted):
        actions.choose_look(user=world.greg, look=Look(text="large"), by=world.actor("vish"))
    with pytest.raises(NotPermitted):
        actions.choose_look(user=world.greg, look=Look(text="large"), by=Actor.nobody())


@pytest.mark.parametrize("who", ["", "greg", "vish", "morgan"])
def test_every_page_leads_to_it(world, who):
    client = world.client(who)
    for place in ("/crisis/", "/account/login/") if not who else ("/", "/nothing-here/", "/crisis/"):
        assert f'href="{PLACE}' in client.get(place).content.decode(), place


def test_what_was_kept_and_is_no_longer_known_counts_as_not_chosen():
    assert Look.of({"paper": "large", "pages": "many", "text": 3}).chosen == {"paper": "large"}
