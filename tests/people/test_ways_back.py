"""An address that only a button goes to leads, opened anew, to the page that the button stands on."""

from django.test import Client
from django.urls import reverse

from kith.access.models import TrailEntry


def signed_in(world, who) -> Client:
    client = world.client(who)
    client.get("/")
    return client


def test_a_page_shown_after_a_press_opens_anew_as_the_page_of_the_button(world):
    vish, greg = signed_in(world, "vish"), world.individual("greg")
    sent = greg.messages.filter(said_by="individual").first()
    address = reverse("messaging:answer", args=[greg.public_id, sent.public_id])
    assert vish.post(address, {"reply": ""}).status_code == 422
    before = TrailEntry.objects.count()
    again = vish.get(address)
    assert again["Location"] == reverse("messaging:message_page", args=[greg.public_id, sent.public_id])
    assert TrailEntry.objects.count() == before
    assert vish.get(address, follow=True).status_code == 200


def test_where_no_page_is_nearer_it_is_one_that_the_visitor_may_open(world):
    alex, morgan = signed_in(world, "alex"), signed_in(world, "morgan")
    assert alex.get(reverse("upkeep:try_again"), follow=True).status_code == 200
    greg = world.individual("greg")
    sent = greg.messages.filter(said_by="individual").first()
    address = reverse("messaging:hand", args=[greg.public_id, sent.public_id])  # a manager moves what they do not read
    found = morgan.get(address, follow=True)
    assert found.status_code == 200
    assert reverse("messaging:messages_page", args=[greg.public_id]) not in [place for place, _ in found.redirect_chain]


def test_whoever_may_not_press_it_finds_nothing_there(world):
    greg = world.individual("greg")
    sent = greg.messages.filter(said_by="individual").first()
    address = reverse("messaging:answer", args=[greg.public_id, sent.public_id])
    assert signed_in(world, "deb").get(address).status_code == 404
    assert Client().get(address)["Location"].startswith("/account/login/")


def test_what_is_no_way_of_asking_for_a_page_is_still_told_so(world):
    assert signed_in(world, "vish").put("/").status_code == 405
