"""Work that is left to do is done, tried again when it stumbles, told of when it never works, and never lost."""

import logging
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from kith.access.actor import Actor
from kith.access.permit import NotPermitted
from kith.outbox.models import Letter
from kith.people.actors import actor_for
from kith.upkeep import actions, queries
from kith.upkeep.actions import errands as after
from kith.upkeep.errands import HERE, do_errands, recover
from tests.goals.cast import gather
from tests.upkeep.chores import never_works, write_letter

pytestmark = pytest.mark.django_db


def the_errand() -> DBTaskResult:
    return DBTaskResult.objects.get()


def taken_by(holder: str, *, since: timedelta = timedelta(0), times: int = 1) -> DBTaskResult:
    """An errand that somebody began and has not ended."""
    write_letter.enqueue(1)
    errand = the_errand()
    for _ in range(times):
        errand.claim(holder)
    DBTaskResult.objects.update(started_at=timezone.now() - since)
    return errand


def test_what_is_left_to_do_is_done_by_the_clock():
    write_letter.enqueue(1)
    write_letter.enqueue(2)
    assert do_errands() == 2
    assert Letter.objects.filter(kind="chore").count() == 2
    assert not queries.is_an_errand_ready()


def test_it_is_left_in_the_transaction_of_its_cause():
    with transaction.atomic():
        write_letter.enqueue(1)
        transaction.set_rollback(True)
    assert DBTaskResult.objects.count() == 0


def test_an_idle_look_writes_nothing_and_locks_nothing():
    with CaptureQueriesContext(connection) as asked:
        assert do_errands() == 0
    assert [query["sql"].split()[0] for query in asked.captured_queries] == ["SELECT"]


def test_it_stops_when_its_time_is_over():
    for number in range(3):
        write_letter.enqueue(number)
    answers = iter([True, False])
    assert do_errands(lambda: next(answers)) == 1
    assert queries.is_an_errand_ready()


def test_what_the_error_said_is_neither_logged_nor_kept(caplog):
    never_works.enqueue("Greg")
    with caplog.at_level(logging.DEBUG):
        do_errands()
    assert [record.getMessage() for record in caplog.records if record.name == "kith.upkeep"] == [
        "never works did not work (ValueError)."
    ]
    assert "is ill" not in caplog.text
    errand = the_errand()
    assert "is ill" not in errand.traceback
    assert "chores.py" in errand.traceback


def test_what_stumbles_is_tried_five_times_with_pauses_that_grow():
    never_works.enqueue("Greg")
    do_errands()
    now, waited = timezone.now(), []
    for pause in after.AGAIN_AFTER:
        assert recover(now + pause - timedelta(seconds=5)) == 0
        assert recover(now + pause + timedelta(seconds=1)) == 1
        assert do_errands() == 1
        waited.append(pause)
    assert waited == sorted(waited)
    assert recover(now + timedelta(days=2)) == 0
    assert [queries.tries(each) for each in queries.given_up()] == [5]


def test_what_is_given_up_is_told_in_words_and_can_be_tried_afresh():
    never_works.enqueue("Greg")
    DBTaskResult.objects.update(worker_ids=["a", "b", "c", "d"])
    do_errands()
    told = "“never works” is left undone, once: it was tried five times and did not work (ValueError)."
    assert told in queries.troubles(timezone.now())
    assert actions.try_given_up_again(by=Actor.command_line()) == 1
    assert queries.is_an_errand_ready()
    assert queries.troubles(timezone.now()) == []


def test_only_who_looks_after_accounts_tries_it_afresh():
    cast = gather()
    with pytest.raises(NotPermitted):
        actions.try_given_up_again(by=actor_for(cast.manager, timezone.now()))


def test_what_somebody_began_long_ago_is_ready_again():
    taken_by("elsewhere:1:abc", since=timedelta(minutes=9))
    assert recover() == 0
    DBTaskResult.objects.update(started_at=timezone.now() - timedelta(minutes=11))
    assert recover() == 1
    assert do_errands() == 1
    assert the_errand().status == TaskResultStatus.SUCCESSFUL


def test_at_its_start_a_clock_takes_up_what_a_process_that_has_gone_had_begun():
    taken_by(f"{HERE}:999999999:abc")
    assert recover(at_start=True) == 1


def test_it_leaves_alone_what_another_machine_or_another_process_is_doing():
    errand = taken_by("elsewhere:999999999:abc")
    assert recover(at_start=True) == 0
    DBTaskResult.objects.filter(pk=errand.pk).update(worker_ids=[f"{HERE}:1:abc"])
    assert recover(at_start=True) == 0


def test_what_ends_its_worker_each_time_is_given_up_too():
    taken_by("elsewhere:1:abc", since=timedelta(hours=1), times=5)
    assert recover() == 1
    assert [each.exception_class_path for each in queries.given_up()] == ["ended in the middle"]


@pytest.mark.parametrize("jump", [timedelta(days=-1), timedelta(days=-3650)])
def test_a_clock_that_was_put_back_holds_nothing_up(jump):
    taken_by("elsewhere:1:abc")
    assert recover(timezone.now() + jump) == 1
    DBTaskResult.objects.update(status=TaskResultStatus.FAILED, finished_at=timezone.now())
    assert recover(timezone.now() + jump) == 1


def test_what_is_done_is_forgotten_after_a_week_and_what_was_given_up_after_a_month():
    write_letter.enqueue(1)
    never_works.enqueue("Greg")
    do_errands()
    now = timezone.now()
    assert after.prune(now=now + timedelta(days=6)) == 0
    assert after.prune(now=now + timedelta(days=8)) == 1
    assert after.prune(now=now + timedelta(days=31)) == 1
