"""Signed in for as long as the device allows, and safely out when the clock jumps."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext
from django.urls import path

from kith.config.urls import urlpatterns as addresses
from kith.people.doors import self_page
from tests.people.test_sign_in import TYPE, ask, is_in, newest_code

HOUR, MINUTE, SECOND = timedelta(hours=1), timedelta(minutes=1), timedelta(seconds=1)
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


@self_page
def own_page(request):
    """Stands for any page of their own."""
    return HttpResponse("theirs")


urlpatterns = [path("own/", own_page), *addresses]
pytestmark = pytest.mark.urls(__name__)


@pytest.fixture(autouse=True)
def quiet(db, settings):
    cache.clear()
    settings.SECOND_FACTOR_FOR_STAFF = False


@pytest.fixture
def clock(cast):
    with time_machine.travel(datetime.now(UTC), tick=False) as traveller:
        yield traveller


def sign_in(client, who="greg", **more):
    ask(client, f"{who}@kith.example", **more)
    client.post(TYPE, {"code": newest_code()})
    assert is_in(client)


def opens(client) -> bool:
    return client.get("/own/").content == b"theirs"


LIMITS = [("greg", "own", 20 * HOUR), ("greg", "shared", 20 * MINUTE), ("greg", "", 20 * MINUTE)]
LIMITS += [("vish", "own", 30 * MINUTE), ("vish", "shared", 20 * MINUTE), ("greg", "nonsense", 20 * MINUTE)]


@pytest.mark.parametrize(("who", "device", "limit"), LIMITS)
def test_how_long_somebody_may_be_quiet(clock, client, who, device, limit):
    sign_in(client, who, device="" if device == "nonsense" else device)
    clock.shift(limit - SECOND)
    assert opens(client)
    clock.shift(limit - SECOND)
    assert opens(client)
    clock.shift(limit)
    answer = client.get("/own/")
    assert answer.url == "/account/login/?next=/own/" and not is_in(client)
    assert "storage" in answer["Clear-Site-Data"]
    assert "so you were signed out" in client.get(answer.url).content.decode()


@pytest.mark.parametrize(("device", "lasts"), [("own", 21 * 60 * 60), ("shared", "")])
def test_on_a_shared_device_the_cookie_ends_with_the_browser(clock, client, device, lasts):
    sign_in(client, device=device)
    assert client.cookies["kith"]["max-age"] == lasts


def test_the_choice_is_kept_when_the_code_was_wrong_first(clock, client):
    ask(client, device="own")
    client.post(TYPE, {"code": "000000"})
    client.post(TYPE, {"code": newest_code()})
    assert client.session["stays_for"] == 20 * 60 * 60


def test_the_choice_of_one_person_is_not_the_next_ones(clock, client):
    sign_in(client, device="own")
    client.post("/account/logout/")
    cache.clear()
    sign_in(client)
    assert client.session["stays_for"] == 20 * 60


@pytest.mark.parametrize("jump", [timedelta(days=-3650), timedelta(days=-1), timedelta(days=1), timedelta(days=3650)])
@pytest.mark.parametrize("device", ["own", "shared"])
@pytest.mark.fault("F-11")
def test_a_clock_that_jumps_signs_out(clock, client, jump, device):
    sign_in(client, device=device)
    clock.shift(jump)
    assert not opens(client)
    clock.shift(-jump)
    assert not opens(client)


def test_a_clock_put_right_by_a_few_seconds_does_not(clock, client):
    sign_in(client)
    clock.shift(-10 * SECOND)
    assert opens(client)


def writes(asked) -> int:
    return sum("UPDATE" in query["sql"] and "django_session" in query["sql"] for query in asked.captured_queries)


def test_a_press_is_written_down_at_most_once_a_minute(clock, client):
    sign_in(client, device="own")
    with CaptureQueriesContext(connection) as asked:
        for _ in range(60):
            clock.shift(2 * SECOND)
            opens(client)
    assert writes(asked) == 2


def left(client) -> int:
    return client.get("/stay/", headers={"accept": "application/json"}).json()["left"]


def test_a_page_may_ask_how_long_is_left_without_it_being_a_press(clock, client):
    sign_in(client)
    for _ in range(4):
        clock.shift(4 * MINUTE)
        asked = left(client)
    assert asked == 4 * 60
    assert client.post("/stay/", headers={"accept": "application/json"}).json() == {"left": 20 * 60}
    assert left(client) == 20 * 60
    clock.shift(20 * MINUTE)
    assert left(client) == 0 and not is_in(client)


def test_one_press_without_script_stays_too_and_comes_back(clock, client):
    sign_in(client)
    clock.shift(19 * MINUTE)
    assert client.post("/stay/", {"next": "/own/"}).url == "/own/"
    assert client.post("/stay/", {"next": "//evil.example"}).url == "/"
    clock.shift(19 * MINUTE)
    assert opens(client)


def test_every_page_tells_when_it_will_end(cast, client, settings):
    settings.TIME_ZONE = "UTC"
    with time_machine.travel(NOW + timedelta(days=30), tick=False):
        sign_in(client)
        page = client.get("/account/2fa/").content.decode()
        assert "9:50am" in page and 'data-stays-for="1200"' in page
        client.post("/account/logout/")
        assert "data-stays-for" not in client.get("/account/login/").content.decode()


def test_a_sign_in_gives_a_new_session_and_the_old_one_is_dead(cast, client):
    client.get("/account/login/")
    session = client.session
    session["left_by"] = "somebody else"
    session.save()
    client.cookies["kith"] = session.session_key
    sign_in(client)
    assert client.session.session_key != session.session_key
    assert not client.session.exists(session.session_key)


def test_signed_in_pages_are_not_kept_and_the_old_session_opens_nothing(cast, client, settings):
    sign_in(client, device="own")
    assert client.get("/own/")["Cache-Control"] == "no-store"
    old = client.cookies["kith"].value
    client.post("/account/logout/")
    client.cookies["kith"] = old
    assert not opens(client)
