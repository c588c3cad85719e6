"""Typed words survive a session that ended, for whoever typed them and for nobody else (F-17)."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import path

from kith.config.clock import forget_what_was_kept_for_a_while
from kith.config.urls import urlpatterns as addresses
from kith.design.fields import Choice, Choices, LongText, ShortText
from kith.design.forms import KithForm
from kith.design.pages import show
from kith.people.doors import self_page
from tests.people.held_words import how_many_are_kept
from tests.people.test_sign_in import TYPE, ask, newest_code

WORDS = "We walked to the river & talked.\n</textarea><b>Then “tea”."
PAGE, SEND = "/words-page/?from=plan", "/words-page/send/"
SENT = []


class WordsForm(KithForm):
    """Some of everything."""

    about = ShortText(label="What about?", required=False)
    words = LongText(label="Your words")
    how = Choice(label="How?", choices=[("well", "Well"), ("so", "So so")], required=False)
    days = Choices(label="Days", choices=[("mon", "Monday"), ("tue", "Tuesday")], required=False)


@self_page
def words_page(request):
    """A page with a form that goes elsewhere, as most of ours do."""
    return show(request, "people/use-card.html", {"form": WordsForm(), "next": "/x/"})


@self_page
def send(request):
    """Where it goes: an address that nobody can open."""
    SENT.append(request.POST.get("words"))
    return HttpResponse("", status=204) if request.method == "POST" else HttpResponse(status=405)


urlpatterns = [
    path("words-page/", words_page),
    path("words-page/send/", send),
    path("bare/<int:number>/", self_page(lambda request, number: HttpResponse("<p>One of several.</p>"))),
    path("bare/", self_page(lambda request: HttpResponse("<p>No form here.</p>"))),
    *addresses,
]
pytestmark = pytest.mark.urls(__name__)


@pytest.fixture(autouse=True)
def quiet(db, settings, monkeypatch):
    cache.clear()
    SENT.clear()
    settings.SECOND_FACTOR_FOR_STAFF = False
    monkeypatch.setattr("kith.people.refill.urlsplit", going_to_send)


def going_to_send(address):
    """The page borrows a template whose form goes to another address."""
    from urllib.parse import urlsplit

    return urlsplit(SEND if address == "/card/" else address)


def token_on(client, page: str) -> str:
    """What the form on this page would send along; a page read before signing in has one too."""
    return re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', client.get(page).content.decode())[1]


def sign_in(client, who="greg"):
    cache.delete_many([])
    ask(client, f"{who}@kith.example", csrfmiddlewaretoken=token_on(client, "/account/login/"))
    client.post(TYPE, {"code": newest_code(), "csrfmiddlewaretoken": token_on(client, TYPE)})
    assert "_auth_user_id" in client.session


@pytest.fixture
def browser(cast):
    """A browser that is asked for its forms' tokens, as in life. Greg is signed in."""
    browser = Client(enforce_csrf_checks=True)
    sign_in(browser)
    return browser


def typed(token: str, **more) -> dict:
    return {"csrfmiddlewaretoken": token, "words": WORDS, "about": "The walk", "how": "so", "days": ["tue"]} | more


def press(browser, token, **more):
    headers = {"referer": f"http://testserver{PAGE}"}
    return browser.post(SEND, typed(token), headers=headers | more)


def end_session(browser) -> None:
    """As the server does when it was quiet for too long."""
    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=21)):
        browser.get("/account/2fa/")
    assert "_auth_user_id" not in browser.session


def boxes(page: str) -> tuple:
    words = re.search(r"<textarea[^>]*>\n?(.*?)</textarea>", page, re.S)[1]
    about = re.search(r'<input[^>]*name="about"[^>]*>', page)[0]
    marked = [re.search(r'value="(\w+)"', box)[1] for box in re.findall(r"<input[^>]* checked[^>]*>", page)]
    return words, "The walk" in about, marked


AS_TYPED = ("We walked to the river &amp; talked.\n&lt;/textarea&gt;&lt;b&gt;Then “tea”.", True, ["so", "tue"])


@pytest.mark.shows("Q-16")
@pytest.mark.fault("F-17")
def test_words_come_back_on_the_same_page_after_signing_in(browser):
    token = token_on(browser, PAGE)
    end_session(browser)
    answer = press(browser, token)
    assert answer.url == "/account/login/?next=/words-page/%3Ffrom%3Dplan" and SENT == []
    sign_in(browser)
    page = browser.get(PAGE).content.decode()
    assert boxes(page) == AS_TYPED and "Your words are back" in page
    assert boxes(browser.get(PAGE).content.decode()) == AS_TYPED  # loading again loses nothing
    press(browser, token_on(browser, PAGE))
    assert SENT == [WORDS]
    assert "Your words are back" not in browser.get(PAGE).content.decode()


def test_a_press_that_finds_the_session_ended_by_the_same_request(browser):
    token = token_on(browser, PAGE)
    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=21)):
        assert press(browser, token).url.startswith("/account/login/")
        sign_in(browser)
        assert boxes(browser.get(PAGE).content.decode()) == AS_TYPED


def test_a_session_that_is_gone_altogether(browser):
    token = token_on(browser, PAGE)
    browser.session.flush()
    del browser.cookies["kith"]
    press(browser, token)
    sign_in(browser)
    assert boxes(browser.get(PAGE).content.decode()) == AS_TYPED


@pytest.mark.fault("F-17")
def test_somebody_else_who_signs_in_here_sees_nothing_and_it_is_gone(browser):
    token = token_on(browser, PAGE)
    end_session(browser)
    press(browser, token)
    sign_in(browser, "maya")
    for place in (PAGE, "/words/", "/account/2fa/"):
        assert "river" not in browser.get(place).content.decode()
    browser.post("/account/logout/", {"csrfmiddlewaretoken": token_on(browser, "/account/2fa/")})
    sign_in(browser)
    for place in (PAGE, "/words/"):
        assert "river" not in browser.get(place).content.decode()


def test_another_browser_of_the_same_account_has_nothing(browser):
    token = token_on(browser, PAGE)
    end_session(browser)
    press(browser, token)
    elsewhere = Client(enforce_csrf_checks=True)
    sign_in(elsewhere)
    assert "river" not in elsewhere.get(PAGE).content.decode() + elsewhere.get("/words/").content.decode()


def test_a_form_from_before_signing_in_again_elsewhere_is_offered_at_once(browser):
    token = token_on(browser, PAGE)
    end_session(browser)
    sign_in(browser)
    assert press(browser, token).url == PAGE and SENT == []
    assert boxes(browser.get(PAGE).content.decode()) == AS_TYPED


def test_a_stale_form_of_somebody_else_is_neither_shown_nor_kept(browser):
    token = token_on(browser, PAGE)
    end_session(browser)
    sign_in(browser, "maya")
    answer = press(browser, token)
    assert answer.status_code == 403 and "river" not in answer.content.decode()
    end_session(browser)
    sign_in(browser)
    assert "river" not in browser.get(PAGE).content.decode() + browser.get("/words/").content.decode()


def test_a_form_from_another_site_is_not_held(browser):
    for token in ("", "x" * 64, "a" * 32):
        answer = browser.post(SEND, typed(token), headers={"referer": "https://evil.example/"})
        assert answer.status_code == 403
    assert "river" not in browser.get("/words/").content.decode()


def test_they_are_held_for_half_an_hour(browser):
    token = token_on(browser, PAGE)
    end_session(browser)
    with time_machine.travel(datetime.now(UTC), tick=False) as clock:
        press(browser, token)
        sign_in(browser)
        clock.shift(timedelta(minutes=19))
        assert boxes(browser.get(PAGE).content.decode()) == AS_TYPED
        clock.shift(timedelta(minutes=12))
        assert "river" not in browser.get(PAGE).content.decode()


def test_nothing_of_them_lies_about_once_their_time_is_over(browser):
    token = token_on(browser, PAGE)
    end_session(browser)
    with time_machine.travel(datetime.now(UTC), tick=False) as clock:
        press(browser, token)
        clock.shift(timedelta(minutes=29))
        forget_what_was_kept_for_a_while()
        assert how_many_are_kept() == 1
        clock.shift(timedelta(minutes=2))
        forget_what_was_kept_for_a_while()
        assert how_many_are_kept() == 0


def test_what_gives_way_to_newer_words_is_gone_at_once(browser):
    token = token_on(browser, PAGE)
    end_session(browser)
    for number in range(5):
        browser.post(f"/bare/{number % 4}/", typed(token, words=f"words {number}"))
        press(browser, token)
    assert how_many_are_kept() == len(browser.session["typed_words"]) == 3


def test_they_cannot_be_read_in_the_database(browser):
    token = token_on(browser, PAGE)
    end_session(browser)
    press(browser, token)
    with connection.cursor() as cursor:
        cursor.execute("SELECT value FROM kith_cache")
        kept = str(cursor.fetchall())
    assert kept and "river" not in kept


def test_codes_and_passwords_are_never_held(browser):
    token = token_on(browser, PAGE)
    end_session(browser)
    browser.post(SEND, typed(token, password="hunter2", code="123456"), headers={"referer": f"http://testserver{PAGE}"})
    sign_in(browser)
    page = browser.get("/words/").content.decode()
    assert "river" in page and "hunter2" not in page and "123456" not in page


def test_very_much_is_not_held_and_at_most_three_forms(browser):
    token = token_on(browser, PAGE)
    end_session(browser)
    browser.post(SEND, typed(token, words="x" * 500_000))
    for number in range(5):
        browser.post(f"/bare/?{number}", typed(token, words=f"words {number}"))
    assert len(browser.session["typed_words"]) == 1
    sign_in(browser)
    assert "words 4" in browser.get("/words/").content.decode()


def test_where_a_page_cannot_be_filled_the_words_are_offered_to_copy(browser):
    token = token_on(browser, PAGE)
    end_session(browser)
    browser.post("/bare/", typed(token), headers={"referer": "http://testserver/bare/"})
    sign_in(browser)
    assert browser.get("/bare/").url == "/words/"
    page = browser.get("/words/").content.decode()
    assert AS_TYPED[0] in page and 'href="/bare/"' in page
    browser.post("/words/", {"csrfmiddlewaretoken": token_on(browser, "/words/")})
    assert "river" not in browser.get("/words/").content.decode()
    assert browser.get("/bare/").content == b"<p>No form here.</p>"


def test_htmx_is_led_to_sign_in_from_the_page_it_was_on(browser):
    token = token_on(browser, PAGE)
    end_session(browser)
    htmx = {"HX-Request": "true", "HX-Current-URL": f"http://testserver{PAGE}"}
    assert press(browser, token, **htmx)["HX-Redirect"] == "/account/login/?next=/words-page/%3Ffrom%3Dplan"
    sign_in(browser)
    assert boxes(browser.get(PAGE).content.decode()) == AS_TYPED


def test_a_page_about_to_sign_out_may_hand_its_words_over(browser):
    own = typed(token_on(browser, PAGE)) | {"kept-page": PAGE, "kept-action": SEND}
    assert browser.post("/keep/", own | {"kept-page": "//evil.example"}).status_code == 404
    assert browser.post("/keep/", own).status_code == 204
    end_session(browser)
    assert browser.post("/keep/", own).status_code == 404
    sign_in(browser)
    assert boxes(browser.get(PAGE).content.decode()) == AS_TYPED
