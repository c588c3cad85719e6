"""Silence ends kindly: after a week the worker is told, after two the introduction rests on all sides."""

from datetime import timedelta

import pytest
from django.test import Client

from kith.access import clock, sweeping
from kith.access.actor import Actor, Role, Tie
from kith.access.models import TrailEntry
from kith.access.refusal import Refused
from kith.directory.models import Activity
from kith.home.queries.today import today_for
from kith.introductions import actions, queries
from kith.introductions.actions import resting
from kith.introductions.states import state_words
from kith.outbox.deliverer import deliver_due
from kith.outbox.models import Letter
from kith.people import links
from kith.people.models import Link
from tests.page_words import words_of

from .test_actions import agreed

DAYS = [(6, False, False), (7, True, False), (13, True, False), (14, False, True), (40, False, True)]


@pytest.fixture
def cast(cast, settings):
    settings.KITH_DEMO = True  # letters leave into the tray
    Activity.objects.filter(pk=cast.harriers.pk).update(email="dawn@harriers.example")
    cast.harriers.refresh_from_db()
    return cast


def written(cast):
    introduction = agreed(cast, gets_in_touch="worker writes")
    actions.send_message(introduction=introduction, by=cast.worker)
    deliver_due(clock=clock.now)
    return introduction


def later(days: int):
    return clock.at(clock.now() + timedelta(days=days))


def rest() -> int:
    return actions.let_rest_what_nobody_answers(by=Actor.system())["rests"]


@pytest.mark.parametrize(("days", "is_told", "rests"), DAYS)
def test_a_week_tells_the_worker_and_two_end_it(cast, days, is_told, rests):
    introduction = written(cast)
    with later(days):
        assert rest() == rests
        today = today_for(cast.users["idris"])
        assert (today.no_host_answer == [introduction]) == is_told
        assert (today.resting == [introduction]) == rests


def test_it_ends_on_all_sides(cast):
    introduction = written(cast)
    page = links.address(Link.objects.get(about=introduction.public_id))
    with later(14):
        rest()
        introduction.refresh_from_db()
        introduction.share.refresh_from_db()
        assert introduction.share.revoked_at == clock.now()
        assert Client().get(f"/{page.split('/', 3)[3]}").status_code == 404
        assert state_words(introduction) == "No word came from them, so it rests"
        told = Letter.objects.get(kind="to individual: an introduction rests")
        assert told.individual_ref == cast.individual.public_id
        with pytest.raises(Refused, match="A new one can begin any time"):
            actions.report(introduction=introduction, kind="went", by=cast.olwen)
        assert TrailEntry.objects.filter(what="introduction rests", who="system").count() == 1


def test_it_rests_once_however_often_it_is_looked_at(cast):
    written(cast)
    with later(20):
        assert [rest(), rest()] == [1, 0]
        assert Letter.objects.filter(kind="to individual: an introduction rests").count() == 1


@pytest.mark.parametrize("kind", ["host yes", "host asks", "host not now"])
def test_an_answer_keeps_it(cast, kind):
    introduction = written(cast)
    host = Actor(who="host", ties=(Tie(Role.HOST, individual_id=cast.individual.pk),))
    actions.answer_as_host(introduction=introduction, kind=kind, by=host)
    with later(30):
        assert rest() == 0


def test_a_call_keeps_it(cast):
    introduction = written(cast)
    actions.note_call(introduction=introduction, words="They will see", by=cast.worker)
    with later(20):
        assert rest() == 0


def test_a_letter_that_never_left_is_no_silence_of_theirs(cast, settings):
    introduction = agreed(cast, gets_in_touch="worker writes")
    actions.send_message(introduction=introduction, by=cast.worker)
    Letter.objects.update(state=Letter.State.CAME_BACK)
    with later(20):
        assert rest() == 0


def test_the_pages_of_both_say_so_kindly_and_the_worker_reads_it_away(cast):
    introduction = written(cast)
    with later(14):
        rest()
        place = cast.at(f"introductions/{introduction.public_id}/")
        theirs = words_of(cast.browsing("olwen").get(place))
        assert "Nobody answered the letter. That says nothing about you." in theirs
        worker = cast.browsing("idris")
        assert "No word came from Calder Valley Harriers social run. It rests." in words_of(worker.get("/"))
        assert "I have read this" in words_of(worker.get(place))
        worker.post(f"{place}seen/")
        assert not queries.news_from_places([cast.individual]).exists()
        assert "It rests." not in words_of(worker.get("/"))
        assert "Begin again" in words_of(worker.get(place))


def test_the_sweep_stops_when_it_is_told_to_and_goes_on_from_there(cast, monkeypatch):
    monkeypatch.setattr(sweeping, "A_FEW", 1)
    for _ in range(3):
        written(cast)
    with later(14):
        turns = iter([True, False])
        first = actions.let_rest_what_nobody_answers(by=Actor.system(), goes_on=lambda: next(turns))
        assert (first["rests"], rest()) == (1, 2)


def test_where_a_few_stumble_together_each_is_done_by_itself(cast, monkeypatch, caplog):
    first, second = written(cast), written(cast)
    kept = resting.tell_that_it_rests

    def stumbles(introduction):
        return kept(introduction) if introduction == second else 1 / 0

    monkeypatch.setattr(resting, "tell_that_it_rests", stumbles)
    with later(14):
        assert rest() == 1
    assert [each.pk for each in (first, second) if queries.is_resting(each)] == [second.pk]
    first.share.refresh_from_db()
    assert first.share.revoked_at is None
    assert f"introduction {first.pk} was passed over (ZeroDivisionError)" in caplog.text
