"""A screen that was handed over shows nothing else, and only the worker takes it back."""

import pytest
from django.contrib import messages
from django.core.cache import cache
from django.http import HttpResponse
from django.urls import path

from kith.access.actor import Actor
from kith.access.models import TrailEntry
from kith.access.permissions import Permission
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.config.urls import urlpatterns as addresses
from kith.design.pages import show
from kith.people import handing
from kith.people.actions import set_unlock_number
from kith.people.doors import individual_page, self_page
from tests.people.test_sign_in import is_in

NUMBER, UNLOCK = "4071", "/unlock/"


@individual_page(Permission.SEE_PERSON, together=True)
def together(request, individual):
    """Stands for the table, looked at together."""
    return show(request, "people/tried-too-often.html")


@individual_page(Permission.SEE_PERSON)
def hand(request, individual):
    """Stands for the press that hands the screen over."""
    messages.info(request, "For the worker alone.")
    handing.hand_over(request, individual)
    return HttpResponse("")


@self_page
def own_page(request):
    """Stands for any page of their own."""
    return HttpResponse("theirs")


urlpatterns = [
    path("own/", own_page),
    path("together/<individual>/", together),
    path("hand/<individual>/", hand),
    *addresses,
]
pytestmark = pytest.mark.urls(__name__)


@pytest.fixture
def handed(cast, client, settings):
    """Vish has a number, and Greg has the screen."""
    cache.clear()
    settings.SECOND_FACTOR_FOR_STAFF, settings.KITH_DEMO = False, True
    set_unlock_number(user=cast.vish, number=NUMBER, by=cast.acts("vish"))
    client.force_login(cast.vish)
    client.get(f"/hand/{cast.record.public_id}/")
    return client


@pytest.mark.shows("S26")
def test_only_pages_for_two_about_this_individual_open(cast, handed):
    assert handed.get(f"/together/{cast.record.public_id}/").status_code == 200
    for shut in (
        "/",
        "/own/",
        "/people/",
        "/account/2fa/",
        "/account/login/",
        "/demo/sign-in/",
        f"/together/{cast.mayas.public_id}/",
        f"/hand/{cast.record.public_id}/",
    ):
        answer = handed.get(shut)
        assert answer.status_code == 302 and answer.url.startswith("/unlock/?next="), shut
        assert handed.post(shut).status_code == 302, shut
    for still_open in ("/crisis/", "/account/logout/", UNLOCK):
        assert handed.get(still_open).status_code == 200, still_open


def test_whoever_pressed_by_mistake_goes_back_to_the_table(cast, handed):
    assert f'href="/people/{cast.record.public_id}/table/"' in handed.get(UNLOCK).content.decode()


def test_the_frame_tells_nothing(cast, handed):
    page = handed.get(f"/together/{cast.record.public_id}/").content.decode()
    assert "Give it back" in page and "Help now" in page
    for told in ("Vish", "Today", "People", "Sign out", 'href="/"'):
        assert told not in page.partition("<main")[0], told


def test_what_was_going_to_be_said_to_the_worker_is_not_said_on_it(cast, handed):
    assert "For the worker alone." not in handed.get(f"/together/{cast.record.public_id}/").content.decode()


def test_htmx_is_led_to_the_unlock_page_as_a_whole(handed):
    answer = handed.get("/own/", headers={"HX-Request": "true"})
    assert answer["HX-Redirect"].startswith(UNLOCK)


def test_the_number_takes_it_back_and_leads_on(cast, handed):
    answer = handed.post(UNLOCK, {"number": NUMBER, "next": "/own/"})
    assert answer.url == "/own/"
    assert handed.get("/own/").content == b"theirs"


@pytest.mark.parametrize("elsewhere", ["//evil.example", r"/\evil.example", "https:evil.example", "javascript:x"])
def test_nobody_is_led_elsewhere(handed, elsewhere):
    assert handed.post(UNLOCK, {"number": NUMBER, "next": elsewhere}).url == "/"


def test_five_wrong_numbers_sign_out(handed):
    for _ in range(4):
        answer = handed.post(UNLOCK, {"number": "9999", "next": "/own/"})
        assert answer.status_code == 422 and "This is not the number." in answer.content.decode()
    assert handed.post(UNLOCK, {"number": "9999", "next": "/own/"}).url == "/account/login/?next=/own/"
    assert not is_in(handed)


def test_wrong_numbers_are_counted_over_all_screens(cast, handed):
    for _ in range(5):
        handed.post(UNLOCK, {"number": "9999"})
    handed.force_login(cast.vish)
    handed.get(f"/hand/{cast.record.public_id}/")
    handed.post(UNLOCK, {"number": NUMBER})
    assert not is_in(handed)


def test_a_right_number_forgets_the_wrong_ones(cast, handed):
    for _ in range(3):
        for _ in range(4):
            handed.post(UNLOCK, {"number": "9999"})
        assert handed.post(UNLOCK, {"number": NUMBER}).url == "/"
        handed.get(f"/hand/{cast.record.public_id}/")


def test_without_a_number_they_sign_in_again(cast, handed):
    cast.vish.unlocks_with = ""
    cast.vish.save()
    assert "You have no number for this yet." in handed.get(UNLOCK).content.decode()
    assert handed.post(UNLOCK, {"number": "", "next": "/own/"}).status_code == 422
    assert handed.post(UNLOCK, {"again": "yes", "next": "/own/"}).url == "/account/login/?next=/own/"
    assert not is_in(handed)


def test_the_page_is_nothing_when_nothing_was_handed_over(cast, client, settings):
    settings.SECOND_FACTOR_FOR_STAFF = False
    assert client.get(f"{UNLOCK}?next=/own/").url == "/own/"
    client.force_login(cast.vish)
    assert client.get(UNLOCK).url == "/"


def test_a_number_is_chosen_on_its_page_and_only_a_hash_is_kept(cast, client, settings):
    settings.SECOND_FACTOR_FOR_STAFF = False
    client.force_login(cast.vish)
    assert client.post("/unlock/number/", {"number": "1234"}).status_code == 422
    assert client.post("/unlock/number/", {"number": NUMBER, "next": "/own/"}).url == "/own/"
    cast.vish.refresh_from_db()
    assert cast.vish.unlocks_with and NUMBER not in cast.vish.unlocks_with
    assert TrailEntry.objects.filter(what="unlock number set", who=cast.vish.public_id).count() == 1


@pytest.mark.parametrize("number", ["", "407", "123456789", "40 71", "abcd", "0000", "1234", "98765432", "٤٠٧١"])
def test_some_numbers_keep_nothing_shut(cast, number):
    with pytest.raises(Refused):
        set_unlock_number(user=cast.vish, number=number, by=cast.acts("vish"))


def test_nobody_chooses_it_for_somebody_else(cast):
    for by in (cast.acts("morgan"), Actor.nobody()):
        with pytest.raises(NotPermitted):
            set_unlock_number(user=cast.vish, number=NUMBER, by=by)
