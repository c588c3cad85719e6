"""One line to think about: for workers, never two on a page, put away for good, and no look at the database."""

from types import SimpleNamespace

import pytest
from django.test import RequestFactory
from django.urls import reverse

from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.people import actions, pointers
from kith.people.handing import KEY
from tests.goals.cast import Cast, gather


@pytest.fixture
def cast(db, settings) -> Cast:
    settings.SECOND_FACTOR_FOR_STAFF = False
    return gather()


def asked_by(user, actor, **session):
    request = RequestFactory().get("/")
    request.user, request.actor, request.session = user, actor, session
    return request


def test_there_are_twelve_and_each_is_one_short_line():
    assert len(pointers.every()) == 12
    assert all(len(words) < 90 and "\n" not in words for words in pointers.every().values())


def test_never_two_on_a_page(cast):
    request = asked_by(cast.worker, cast.as_worker)
    assert pointers.words_for(request, "stuck") == pointers.every()["stuck"]
    assert pointers.words_for(request, "missing") == ""
    assert pointers.words_for(asked_by(cast.worker, cast.as_worker), "missing")


def test_they_are_for_workers_while_the_screen_is_theirs(cast):
    assert pointers.words_for(asked_by(cast.user, cast.as_individual), "stuck") == ""
    handed = asked_by(cast.worker, cast.as_worker, **{KEY: cast.individual.public_id})
    assert pointers.words_for(handed, "stuck") == ""
    nobody = SimpleNamespace(is_authenticated=False)
    assert pointers.words_for(asked_by(nobody, cast.as_stranger), "stuck") == ""


def test_no_page_asks_for_them(cast, django_assert_num_queries):
    request = asked_by(cast.worker, cast.as_worker)
    with django_assert_num_queries(0):
        assert pointers.words_for(request, "stuck")


def test_put_away_it_does_not_come_back_and_the_reader_stays_where_they_are(client, cast):
    client.force_login(cast.worker)
    words = pointers.every()["missing"]
    assert words in client.get("/community/missing/").content.decode()
    answer = client.post("/pointers/missing/away/", {"next": "/community/missing/"})
    assert answer["Location"] == "/community/missing/"
    assert words not in client.get("/community/missing/").content.decode()
    client.post("/pointers/missing/away/")  # pressed twice
    cast.worker.refresh_from_db()
    assert cast.worker.hears == ["pointer: missing"]
    assert client.post("/pointers/nothing/away/").status_code == 404
    client.force_login(cast.user)
    assert client.post("/pointers/missing/away/").status_code == 404


def test_only_for_oneself(cast):
    with pytest.raises(NotPermitted):
        actions.put_pointer_away(user=cast.worker, key="stuck", by=cast.as_stranger)
    with pytest.raises(Refused):
        actions.put_pointer_away(user=cast.worker, key="", by=cast.as_worker)


def test_all_of_them_can_be_switched_off_and_on_again(client, cast):
    client.force_login(cast.worker)
    client.post("/pointers/stuck/away/")
    hours = {"hears_days": ["0", "1"], "hears_from": "8am", "hears_until": "6pm"}
    client.post(_page(), hours)
    assert "pointer: stuck" in _hears(cast)
    client.post(_page(), hours | {"off": ["pointers"]})
    assert "pointers" in _hears(cast)
    assert pointers.words_for(asked_by(cast.worker, cast.as_worker), "missing") == ""
    client.post(_page(), hours)
    assert not {"pointers", "pointer: stuck"} & set(_hears(cast))


def _page() -> str:
    return reverse("people:hears")


def _hears(cast) -> list[str]:
    cast.worker.refresh_from_db()
    return cast.worker.hears
