"""Staff come in by their organisation's own sign-in: a real provider on this machine, through the whole stack."""

import re
import time
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from allauth.mfa.totp.internal.auth import TOTP
from allauth.socialaccount.models import SocialAccount
from django.core.cache import cache
from django.test import Client

from kith.access.models import TrailEntry
from kith.people.models import User
from tests.people.provider import CLIENT, KEYS, SECRET, providing
from tests.people.test_second_factor import SECRET as APP_SECRET
from tests.people.test_second_factor import code_now
from tests.people.test_sign_in import is_in

START = "/account/organisation/"
VISH = {"email": "vish@kith.example", "email_verified": True}


@pytest.fixture(scope="module")
def server():
    with providing() as provider:
        yield provider


@pytest.fixture
def provider(server, cast, settings):
    cache.clear()
    settings.OIDC_URL, settings.OIDC_ID, settings.OIDC_SECRET = server.address, CLIENT, SECRET
    settings.OIDC_NAME, settings.SECOND_FACTOR_FOR_STAFF = "Calderford Council", False
    server.says, server.signs_with, server.algorithm = dict(VISH), KEYS[0], "RS256"
    server.header, server.refuses = {"kid": "key-1"}, ""
    return server


def begin(client, **sent) -> str:
    """The address of the provider to which the page leads on."""
    answer = client.post(START, sent)
    address = unescape(re.search(r'class="button first" href="([^"]+)"', answer.content.decode())[1])
    assert answer["Refresh"] == f"0; url={address}"
    return address


def comes_back(client, address: str):
    """What the visitor's browser does: asks the provider, and brings its answer back."""
    led = requests.get(address, allow_redirects=False, timeout=30).headers["Location"]
    split = urlsplit(led)
    assert split.path == "/account/organisation/back/"
    return client.get(f"{split.path}?{split.query}")


def comes(client, **sent):
    return comes_back(client, begin(client, **sent))


@pytest.mark.parametrize("written", ["vish@kith.example", "Vish@KITH.example"])
def test_staff_come_in_and_nothing_of_the_provider_is_kept(cast, client, provider, written):
    provider.says["email"] = written
    before = User.objects.count()
    client.get("/account/login/")
    assert comes(client, next="/people/").url == "/people/"
    assert client.session["_auth_user_id"] == str(cast.vish.pk)
    assert (User.objects.count(), SocialAccount.objects.count()) == (before, 0)
    assert TrailEntry.objects.filter(what="signed in", who=cast.vish.public_id).count() == 1


def test_what_is_asked_of_the_provider(client, provider, settings):
    asked = {name: values[0] for name, values in parse_qs(urlsplit(begin(client)).query).items()}
    assert asked["redirect_uri"] == f"{settings.PUBLIC_URL}/account/organisation/back/"
    assert (asked["response_type"], asked["client_id"], asked["code_challenge_method"]) == ("code", CLIENT, "S256")
    assert set(asked["scope"].split()) == {"openid", "profile", "email"}
    assert len(asked["nonce"]) >= 32 and len(asked["state"]) >= 16
    assert asked["nonce"] not in begin(client)


NOT_STAFF = [{"email": f"{name}@kith.example"} for name in ("greg", "tom", "nobody")]
NOT_STAFF += [{"email_verified": value} for value in (False, None, "true", "false", 1)]
NOT_STAFF += [
    {"email": value} for value in (None, "", "ｖish@kith.example", "vish@\u212aith.example", "vısh@kith.example", 7)
]


@pytest.mark.parametrize("says", NOT_STAFF)
def test_everybody_else_gets_a_sentence_and_always_the_same(client, provider, says):
    provider.says |= says
    answer = comes(client)
    assert answer.status_code == 403 and not is_in(client)
    assert "no account for people who work here" in answer.content.decode()
    assert User.objects.filter(email__startswith="nobody").count() == 0


def test_a_resting_account_stays_shut(cast, client, provider):
    cast.vish.is_active = False
    cast.vish.save()
    assert comes(client).status_code == 403 and not is_in(client)


def test_what_the_provider_says_beside_the_token_is_not_believed(client, provider):
    provider.says = {"email": "greg@kith.example", "email_verified": True}  # its userinfo says vish
    comes(client)
    assert not is_in(client)


WRONG = {
    "another nonce": {"nonce": "x" * 32},
    "no nonce": {"nonce": None},
    "another audience": {"aud": "somebody-else"},
    "one of several, made for another": {"aud": [CLIENT, "else"], "azp": "else"},
    "another issuer": {"iss": "https://evil.example"},
    "no subject": {"sub": None},
    "no end": {"exp": None},
    "past its end": {"exp": int(time.time()) - 3600},
    "not yet": {"nbf": int(time.time()) + 3600},
    "made tomorrow": {"iat": int(time.time()) + 86_400},
}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_token_that_is_not_right_opens_nothing(client, provider, wrong):
    provider.says |= WRONG[wrong]
    answer = comes(client)
    assert answer.status_code == 403 and not is_in(client)
    assert "did not finish" in answer.content.decode()


def test_a_token_signed_by_somebody_else_opens_nothing(client, provider):
    provider.signs_with = KEYS[1]
    assert comes(client).status_code == 403 and not is_in(client)


@pytest.mark.parametrize("algorithm", ["none", "HS256", "RS512"])
def test_a_token_signed_in_another_way_opens_nothing(client, provider, algorithm):
    provider.algorithm = algorithm
    assert comes(client).status_code == 403 and not is_in(client)


@pytest.mark.parametrize("header", [{}, {"kid": "key-2"}])
def test_a_token_that_names_no_known_key_opens_nothing(client, provider, header):
    provider.header = header
    assert comes(client).status_code == 403 and not is_in(client)


def test_an_answer_works_once_and_only_in_the_browser_that_asked(client, provider):
    led = requests.get(begin(client), allow_redirects=False, timeout=30).headers["Location"]
    answer = led.replace("http://127.0.0.1:8000", "")
    other = Client()
    assert other.get(answer).status_code == 403 and not is_in(other)
    assert client.get(answer).status_code == 302 and is_in(client)
    again = Client()
    again.cookies = client.cookies.copy()
    again.post("/account/logout/")
    assert again.get(answer).status_code == 403 and not is_in(again)


def test_an_answer_to_another_visit_is_not_taken(client, provider):
    begin(client)
    address = begin(client)
    forged = re.sub(r"state=[^&]+", "state=made-up-made-up-made", address)
    assert comes_back(client, forged).status_code == 403 and not is_in(client)


def test_turning_back_at_the_provider_is_told_calmly(client, provider):
    provider.refuses = "access_denied"
    answer = comes(client)
    assert answer.status_code == 403 and "did not finish" in answer.content.decode()


def test_a_provider_that_does_not_answer_is_told_calmly(client, provider, settings):
    settings.OIDC_URL = "http://127.0.0.1:9"
    answer = client.post(START)
    assert answer.status_code == 403 and "have a code sent to you" in answer.content.decode()
    assert client.get("/account/organisation/back/?state=x&code=y").status_code == 403


@pytest.mark.shows("Q-14")
def test_the_second_factor_of_kith_is_still_asked(cast, client, provider):
    TOTP.activate(cast.vish, APP_SECRET)
    answer = comes(client, next="/people/")
    assert answer.url == "/account/2fa/authenticate/" and not is_in(client)
    assert client.post(answer.url, {"code": code_now()}).url == "/people/"
    assert is_in(client)


def test_staff_without_one_are_asked_to_set_it_up(client, provider, settings):
    settings.SECOND_FACTOR_FOR_STAFF = True
    comes(client)
    assert client.get("/").url == "/account/2fa/"


def test_where_the_organisation_asks_for_one_kith_does_not_ask_again(cast, client, provider, settings):
    settings.SECOND_FACTOR_FOR_STAFF = settings.OIDC_SECOND_FACTOR = True
    comes(client)
    assert client.get("/").status_code == 200
    TOTP.activate(cast.vish, APP_SECRET)
    other = Client()
    assert comes(other).url == "/" and is_in(other)


def test_what_the_organisation_asked_one_person_counts_for_nobody_else(cast, client, provider, settings):
    settings.SECOND_FACTOR_FOR_STAFF = settings.OIDC_SECOND_FACTOR = True
    comes(client)
    session = client.session
    session["second_factor_shown_elsewhere"] = cast.morgan.public_id
    session.save()
    assert client.get("/").url == "/account/2fa/"


def test_somebody_else_who_was_signed_in_here_is_out_first(cast, client, provider):
    client.force_login(cast.greg)
    old = client.session.session_key
    comes(client, device="own")
    assert client.session["_auth_user_id"] == str(cast.vish.pk) and not client.session.exists(old)
    assert client.session["stays_for"] == 30 * 60


@pytest.mark.parametrize(
    "elsewhere", ["//evil.example", r"/\evil.example", "https:evil.example", "https://evil.example"]
)
def test_nobody_is_led_elsewhere(client, provider, elsewhere):
    assert comes(client, next=elsewhere).url == "/"


def test_the_way_out_is_a_press_and_never_a_link(client, provider):
    assert client.get(START).status_code == 405


@pytest.mark.parametrize("missing", ["OIDC_URL", "OIDC_ID", "OIDC_SECRET"])
def test_where_none_is_set_up_there_is_no_button_and_no_address(client, provider, settings, missing):
    assert "Calderford Council" in client.get("/account/login/").content.decode()
    setattr(settings, missing, "")
    assert client.post(START).status_code == 404
    assert client.get("/account/organisation/back/").status_code == 404
    page = client.get("/account/login/").content.decode()
    assert "Calderford Council" not in page and "I work here" not in page
