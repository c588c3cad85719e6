"""Staff use a second step: an app, a passkey, or one spare code; nothing else opens before."""

import re

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import path

from kith.config.urls import urlpatterns as addresses
from kith.people.doors import self_page
from tests.people.test_sign_in import TYPE, ask, is_in, newest_code

SECRET = "JBSWY3DPEHPK3PXP"
SET_UP, APP = "/account/2fa/", "/account/2fa/totp/activate/"


@self_page
def own_page(request):
    """Stands for any page of their own."""
    return HttpResponse("theirs")


urlpatterns = [path("own/", own_page), *addresses]
pytestmark = pytest.mark.urls(__name__)


@pytest.fixture(autouse=True)
def fresh_limits(db, settings):
    cache.clear()
    settings.SECOND_FACTOR_FOR_STAFF = True


def code_now(secret: str = SECRET) -> str:
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


@pytest.mark.shows("Q-07", "Q-14")
@pytest.mark.parametrize("name", ["vish", "morgan", "ines", "alex"])
def test_staff_without_one_are_asked_to_set_one_up(cast, client, name):
    client.force_login(getattr(cast, name))
    assert client.get("/own/").url == SET_UP
    assert "One step before you start" in client.get(SET_UP).content.decode()
    assert client.get("/crisis/").status_code == 200


@pytest.mark.parametrize("name", ["greg", "tom"])
def test_others_are_not(cast, client, name):
    client.force_login(getattr(cast, name))
    assert client.get("/own/").content == b"theirs"
    assert "One step before" not in client.get(SET_UP).content.decode()


def test_the_app_is_set_up_and_spare_codes_are_shown(cast, client):
    client.force_login(cast.vish)
    page = client.get(APP).content.decode()
    secret = re.search(r"<code>(\w+)</code>", page)[1]
    assert "data:image/svg+xml;base64," in page
    wrong = client.post(APP, {"code": "000000"}).content.decode()
    assert "This code does not fit now." in wrong and secret in wrong
    answer = client.post(APP, {"code": code_now(secret)}, follow=True)
    assert answer.request["PATH_INFO"] == "/account/2fa/recovery-codes/"
    assert len(re.findall(r"<code>\d{8}</code>", answer.content.decode())) == 10
    assert client.get("/own/").content == b"theirs"


def test_its_secret_cannot_be_read_in_the_database(cast):
    TOTP.activate(cast.vish, SECRET)
    with connection.cursor() as cursor:
        cursor.execute("SELECT data FROM mfa_authenticator")
        assert SECRET not in str(cursor.fetchall())
    assert get_adapter().decrypt(Authenticator.objects.get().data["secret"]) == SECRET


@pytest.mark.shows("Q-14")
def test_the_code_of_the_letter_alone_is_not_enough_then(cast, client):
    TOTP.activate(cast.vish, SECRET)
    ask(client, "vish@kith.example")
    answer = client.post(TYPE, {"code": newest_code()})
    assert answer.url == "/account/2fa/authenticate/" and not is_in(client)
    assert "This code does not fit now." in client.post(answer.url, {"code": "000000"}).content.decode()
    assert client.post(answer.url, {"code": code_now()}).url == "/"
    assert is_in(client)


def test_a_spare_code_works_once(cast, client, client_again):
    TOTP.activate(cast.vish, SECRET)
    spare = RecoveryCodes.activate(cast.vish).get_unused_codes()[0]
    for visitor, gets_in in ((client, True), (client_again, False)):
        cache.clear()
        ask(visitor, "vish@kith.example")
        answer = visitor.post(TYPE, {"code": newest_code()})
        visitor.post(answer.url, {"code": spare})
        assert is_in(visitor) is gets_in


@pytest.fixture
def client_again():
    return Client()


@pytest.mark.shows("Q-14")
def test_spare_codes_alone_are_not_a_second_factor(cast, client):
    RecoveryCodes.activate(cast.vish)
    client.force_login(cast.vish)
    assert client.get("/own/").url == SET_UP


def test_before_a_change_they_show_that_it_is_them(cast, client):
    TOTP.activate(cast.vish, SECRET)
    client.force_login(cast.vish)
    stop = "/account/2fa/totp/deactivate/"
    answer = client.get(stop)
    assert answer.url.startswith("/account/2fa/reauthenticate/")
    assert client.post(answer.url, {"code": code_now()}).url == stop
    assert "Stop using the app?" in client.get(stop).content.decode()
    client.post(stop)
    assert client.get("/own/").url == SET_UP


def test_every_page_about_it_opens_and_carries_no_script_of_its_own(cast, client):
    TOTP.activate(cast.vish, SECRET)
    client.force_login(cast.vish)
    client.post("/account/2fa/reauthenticate/", {"code": code_now()})
    for address in ("", "webauthn/", "webauthn/add/", "recovery-codes/generate/", "totp/deactivate/"):
        answer = client.get(f"{SET_UP}{address}")
        page = answer.content.decode()
        assert answer.status_code == 200, address
        assert not re.search(r"<script(?![^>]*(src=|application/json))|style=| on\w+=", page), address
        assert "Kith ·" in page


def test_the_demo_asks_for_none(cast, client, settings):
    settings.SECOND_FACTOR_FOR_STAFF = False
    client.force_login(cast.vish)
    assert client.get("/own/").content == b"theirs"
