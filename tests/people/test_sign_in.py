"""Getting in: a code by email that works once, the same answer to everybody, and staying on this site."""

import re
from copy import deepcopy

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kith.access.models import TrailEntry
from kith.outbox.models import Letter

ASK, TYPE = "/account/login/", "/account/login/code/confirm/"


@pytest.fixture(autouse=True)
def fresh_limits(db):
    cache.clear()


def newest_code() -> str:
    return re.search(r"^(\d{6}) is your code", Letter.objects.latest("pk").body)[1]


def ask(client, email="greg@kith.example", **more):
    return client.post(ASK, {"login": email} | more)


def a_wrong(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06}"


def is_in(client) -> bool:
    return "_auth_user_id" in client.session


@pytest.mark.shows("Q-79")
def test_a_code_comes_by_letter_and_lets_them_in(cast, client):
    answer = ask(client)
    assert answer.url == TYPE
    letter = Letter.objects.get()
    assert (letter.to, letter.subject, letter.kind) == ("greg@kith.example", "Your code", "sign-in code")
    assert letter.wipe_after_sending and letter.goes_stale_at > letter.created_at
    assert not re.search("Kith|team|care|worker|http", letter.body)
    assert client.post(TYPE, {"code": newest_code()}).url == "/"
    assert is_in(client)
    assert TrailEntry.objects.filter(what="signed in", who=cast.greg.public_id).count() == 1


def test_the_session_is_new_and_there_are_two_cookies(cast, client):
    ask(client)
    before = client.session.session_key
    client.post(TYPE, {"code": newest_code()})
    assert client.session.session_key != before
    client.get(ASK)
    assert set(client.cookies) <= {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME}


def test_a_code_works_once(cast, client):
    ask(client)
    stolen = Client()
    stolen.cookies = client.cookies.copy()
    code = newest_code()
    client.post(TYPE, {"code": code})
    stolen.post(TYPE, {"code": code})
    assert is_in(client) and not is_in(stolen)


def test_a_wrong_code_gets_a_sentence_and_five_tries(cast, client):
    ask(client)
    code = newest_code()
    answer = client.post(TYPE, {"code": a_wrong(code)})
    assert "Please type the six figures of the last letter." in answer.content.decode()
    for _ in range(5):
        client.post(TYPE, {"code": a_wrong(code)})
    client.post(TYPE, {"code": code})
    assert not is_in(client)


def test_only_the_newest_code_counts_in_whatever_browser(cast, client):
    ask(client)
    old, other = newest_code(), Client()
    ask(other)
    client.post(TYPE, {"code": old})
    assert not is_in(client)
    other.post(TYPE, {"code": newest_code()})
    assert is_in(other)


@pytest.mark.attack("A-19")
def test_tries_of_one_code_are_counted_over_all_browsers(cast, client):
    ask(client)
    code, session = newest_code(), deepcopy(dict(client.session))
    for _ in range(5):
        client.post(TYPE, {"code": a_wrong(code)})
        as_before = client.session  # as if all of them had been sent at the same moment
        as_before.update(deepcopy(session))
        as_before.save()
    answer = client.post(TYPE, {"code": code})
    assert answer.status_code == 200 and "tried too often" in answer.content.decode()


def bare(answer) -> str:
    """The page without what differs at every visit."""
    return re.sub(r'value="[\w]{64}"', "", answer.content.decode())


def test_unknown_and_disabled_addresses_get_the_same_answer(cast, client):
    cast.deb.is_active = False
    cast.deb.save()
    pages = {}
    for name in ("greg", "nobody", "deb"):
        visitor, address = Client(), f"{name}@kith.example"
        answer = ask(visitor, address)
        page = visitor.get(TYPE)
        wrong = visitor.post(TYPE, {"code": "000000"})
        told = (answer.status_code, answer.url, page.status_code, bare(page), bare(wrong))
        pages[name] = str(told).replace(address, "…")
    assert pages["greg"] == pages["nobody"] == pages["deb"]
    assert list(Letter.objects.values_list("to", flat=True)) == ["greg@kith.example"]


@pytest.mark.attack("A-17")
def test_known_and_unknown_addresses_take_as_many_steps(cast):
    counts = []
    for name in ("greg", "nobody"):
        with CaptureQueriesContext(connection) as asked:
            ask(Client(), f"{name}@kith.example")
        counts.append(len(asked))
    assert abs(counts[0] - counts[1]) <= 2


def test_the_letter_goes_to_the_address_stored_never_to_a_look_alike(cast, client):
    for typed in ("ɡreg@kith.example", "ｇreg@kith.example", "greg@kıth.example", "GREG@KITH.EXAMPLE"):
        cache.clear()
        ask(Client(), typed)
    assert set(Letter.objects.values_list("to", flat=True)) <= {"greg@kith.example"}
    assert Letter.objects.count() == 1


def test_capitals_in_an_address_do_not_matter(cast, client):
    ask(client, " Greg@Kith.Example ")
    client.post(TYPE, {"code": newest_code()})
    assert is_in(client)


def test_it_may_be_asked_for_only_so_often(cast, client):
    answers = [ask(Client()) for _ in range(5)]
    assert "wait a few minutes" in answers[-1].content.decode()
    assert Letter.objects.count() == 3


def test_they_come_back_to_where_they_wanted_to_go(cast, client):
    answer = ask(client, next="/people/")
    assert client.post(answer.url, {"code": newest_code(), "next": "/people/"}).url == "/people/"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "//evil.example",
        r"/\evil.example",
        "https:evil.example",
        "https://evil.example/",
        "javascript:alert(1)",
        "%2F%2Fevil.example",
        "///evil.example",
        "http:///evil.example",
        "\t//evil.example",
    ],
)
def test_nobody_is_led_elsewhere(cast, client, elsewhere):
    ask(client, next=elsewhere)
    answer = client.post(TYPE, {"code": newest_code(), "next": elsewhere})
    assert answer.status_code == 302
    assert answer.url == "/"


def test_a_forged_host_is_refused(cast, client):
    assert client.post(ASK, {"login": "greg@kith.example"}, headers={"host": "evil.example"}).status_code == 400
    client.post(ASK, {"login": "greg@kith.example"}, headers={"x-forwarded-host": "evil.example"})
    assert "evil" not in Letter.objects.latest("pk").body


@pytest.mark.shows("Q-80")
def test_mistakes_are_told_in_our_words(cast, client):
    page = client.post(ASK, {"login": "greg"}).content.decode()
    assert "Please look at this again" in page
    assert page.count("This does not look like a whole email address.") == 2
    assert "Please write your email address." in client.post(ASK, {"login": ""}).content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "signup/",
        "email/",
        "reauthenticate/",
        "password/reset/",
        "password/change/",
        "password/set/",
        "confirm-email/",
    ],
)
def test_what_is_not_used_is_closed(cast, client, address):
    client.force_login(cast.greg)
    assert client.get(f"/account/{address}").status_code == 404
    assert client.post(f"/account/{address}").status_code == 404


@pytest.mark.shows("Q-79")
def test_no_page_asks_for_a_password(cast, client):
    for address in (
        ASK,
        "/account/logout/",
        "/account/2fa/",
        "/account/2fa/totp/activate/",
        "/account/2fa/webauthn/add/",
    ):
        assert 'type="password"' not in client.get(address, follow=True).content.decode()
        client.force_login(cast.greg)


def test_signing_out_asks_first_and_leaves_nothing_behind(cast, client):
    client.force_login(cast.greg)
    old = client.session.session_key
    assert "Sign out?" in client.get("/account/logout/").content.decode()
    assert is_in(client)
    answer = client.post("/account/logout/")
    assert "cache" in answer["Clear-Site-Data"]
    assert not is_in(client)
    assert not client.session.exists(old)
