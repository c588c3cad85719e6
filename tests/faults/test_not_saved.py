"""The database or the disk does not answer: a page says so, gives back what was typed, and tells when to come again."""

import re
from contextlib import contextmanager

import pytest
from django.db import OperationalError
from django.db.backends.utils import CursorWrapper
from django.test import Client
from django.urls import reverse

from kith.access.public_ids import new_public_id
from kith.design.not_saved import BEGINS_AFRESH
from kith.messaging.models import Message
from tests.goals.cast import gather

pytestmark = pytest.mark.django_db
WORDS = "I rang <b>twice</b> & nobody came."


@contextmanager
def breaks(monkeypatch, words: str, only_writing: bool = False, kind: type[Exception] = OperationalError):
    """Every question to the database fails, as it does when its server or its disk has gone."""
    execute = CursorWrapper.execute

    def fail(self, sql, *rest):
        if not only_writing or sql.lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE")):
            raise kind(words)
        return execute(self, sql, *rest)

    with monkeypatch.context() as patched:
        patched.setattr(CursorWrapper, "execute", fail)
        yield


@pytest.fixture
def tomos() -> tuple[Client, str]:
    cast = gather()
    client = Client(raise_request_exception=False)
    client.force_login(cast.user)
    return client, reverse("messaging:messages_page", args=[cast.individual.public_id])


@pytest.mark.fault("F-04", "F-06")
@pytest.mark.shows("Q-16")
@pytest.mark.parametrize("words", ["database or disk is full", "database is locked", "server closed the connection"])
def test_what_was_typed_comes_back_and_can_be_sent_again(tomos, monkeypatch, words):
    client, page = tomos
    with breaks(monkeypatch, words, only_writing=True):
        answer = client.post(page, {"words": WORDS})
    said = answer.content.decode()
    assert (answer.status_code, answer["Retry-After"], answer["Cache-Control"]) == (503, "30", "no-store")
    assert "I rang &lt;b&gt;twice&lt;/b&gt; &amp; nobody came." in said and words not in said
    assert not Message.objects.exists()
    fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', said))
    assert set(fields) == {"words"} and f'<form method="post" action="{page}">' in said
    assert client.post(page, {"words": WORDS}).status_code == 302
    assert Message.objects.get().words == WORDS


@pytest.mark.fault("F-06")
def test_reading_says_that_nothing_is_lost_and_help_is_there(tomos, monkeypatch):
    client, page = tomos
    with breaks(monkeypatch, "connection refused"):
        answer, crisis, well = client.get(page), client.get("/crisis/"), client.get("/healthz")
    assert (answer.status_code, answer["Retry-After"]) == (503, "30")
    assert "Everything that was saved is still there." in answer.content.decode()
    assert 'href="/crisis/"' in answer.content.decode()
    assert (crisis.status_code, well.status_code) == (200, 503)


@pytest.mark.fault("F-06")
def test_no_code_or_password_is_ever_shown(tomos, monkeypatch):
    client, _ = tomos
    with breaks(monkeypatch, "connection refused"):
        answer = client.post("/account/login/code/confirm/", {"code": "ABCD 1234"})
    assert answer.status_code == 503 and "1234" not in answer.content.decode()


@pytest.mark.fault("F-05", "F-31")
def test_a_process_that_disk_or_memory_failed_is_replaced_and_one_that_waited_in_vain_is_not(tomos, monkeypatch):
    client, page = tomos
    for words, kind, is_replaced in (
        ("no room", MemoryError, True),
        ("disk I/O error", OperationalError, True),
        ("database is locked", OperationalError, False),
    ):
        with breaks(monkeypatch, words, only_writing=True, kind=kind):
            answer = client.post(page, {"words": WORDS})
        assert answer.status_code == 503 and "nobody came." in answer.content.decode()
        assert bool(answer.wsgi_request.META.get(BEGINS_AFRESH)) is is_replaced


def test_our_own_mistake_is_no_trouble_of_the_disk(tomos, monkeypatch):
    client, page = tomos
    monkeypatch.setattr("kith.messaging.views.messages._context", lambda *_: 1 / 0)
    answer = client.get(page)
    assert answer.status_code == 500 and "Something went wrong here" in answer.content.decode()


@pytest.mark.fault("F-30")
def test_where_not_even_the_page_for_it_can_be_made_there_are_numbers_to_ring(tomos, monkeypatch):
    client, page = tomos
    monkeypatch.setattr("kith.messaging.views.messages._context", lambda *_: 1 / 0)
    monkeypatch.setattr("kith.design.views.render_to_string", lambda *_: {}["a template"])
    answer = client.get(page)
    assert answer.status_code == 500
    assert all(number in answer.content.decode() for number in ("tel:999", "tel:111", "tel:116123"))


def without_its_own(answer) -> str:
    """A page but for what only its address and its form tell apart."""
    return re.sub(r'/people/\w+/|name="csrfmiddlewaretoken" value="\w+"', "", answer.content.decode())


@pytest.mark.attack("A-04", "A-28")
def test_words_sent_to_what_is_not_theirs_or_never_was_are_shown_to_copy_and_both_answer_alike():
    cast, client = gather(), Client()
    client.force_login(cast.stranger)
    theirs = reverse("messaging:messages_page", args=[cast.individual.public_id])
    made_up = theirs.replace(cast.individual.public_id, new_public_id())
    shut, never = (client.post(each, {"words": WORDS, "code": "AB CD"}) for each in (theirs, made_up))
    assert (shut.status_code, never.status_code, shut["Cache-Control"]) == (404, 404, "no-store")
    said = without_its_own(shut)
    assert said == without_its_own(never)
    assert "can no longer be saved here" in said and "AB CD" not in said and "Tomos" not in said
    assert "I rang &lt;b&gt;twice&lt;/b&gt; &amp; nobody came.</textarea>" in said
    assert "can no longer" not in client.post("/nothing/here/", {"words": WORDS}).content.decode()
    assert "can no longer" not in client.get(theirs).content.decode()
