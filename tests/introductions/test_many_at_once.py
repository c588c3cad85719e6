"""Many presses at the very same moment, where the database lets many write: still once each."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from kith.access import clock
from kith.access.refusal import Refused
from kith.introductions import actions
from kith.introductions.models import Introduction
from kith.local_knowledge.models import Stayed
from kith.people.models import Share

from .cast import gather
from .conftest import MONDAY
from .test_actions import CHOSEN, agreed, mark, prepared

AT_ONCE = 8

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'postgresql'", reason="needs a database with many writers"),
]


def all_at_once(act) -> list:
    """What each got, or the reason it was refused for."""

    def in_a_thread(turn):
        try:
            with clock.at(MONDAY):
                return act(turn)
        except Refused as refused:
            return str(refused)
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as pressing:
        return list(pressing.map(in_a_thread, range(AT_ONCE)))


def as_seen(introduction):
    return Introduction.objects.get(pk=introduction.pk)


def test_yes_and_a_change_at_once_keep_the_words_that_were_agreed():
    cast = gather()
    introduction = prepared(cast)
    shown = mark(introduction)

    def press(turn):
        if turn % 2:
            return actions.change(introduction=as_seen(introduction), companion=f"Friend {turn}", by=cast.worker)
        return actions.agree(introduction=as_seen(introduction), shown=shown, by=cast.olwen)

    all_at_once(press)
    introduction.refresh_from_db()
    assert introduction.share == Share.objects.get()
    assert introduction.share.words == f"{introduction.words_to_say}\n\n{introduction.true_answer}"


def test_one_page_sent_many_times_at_once_opens_one():
    cast = gather()
    about = {"individual": cast.individual, "activity": cast.harriers, "opened_from": "one-page", **CHOSEN}
    made = all_at_once(lambda turn: actions.prepare(by=cast.worker, **about).public_id)
    assert len(set(made)) == 1
    assert Introduction.objects.count() == 1


def test_who_stayed_is_counted_once_whatever_introduction_it_is_told_of():
    cast = gather()
    both = agreed(cast), agreed(cast)
    all_at_once(lambda turn: actions.report(introduction=as_seen(both[turn % 2]), kind="went again", by=cast.olwen))
    assert Stayed.objects.get().people == 1
