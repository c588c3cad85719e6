"""Jobs are done at their time, take turns, and one that stumbles holds up nobody."""

import itertools
import logging
import threading
from datetime import timedelta
from types import SimpleNamespace

import pytest
import time_machine
from django.db import OperationalError

from kith.config.clock import Job, jobs, run_forever
from kith.config.wall import Wall
from kith.upkeep.models import Beat, Interruption

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def one_connection(monkeypatch):
    """A test's own transaction is no connection that has grown old."""
    monkeypatch.setattr("kith.config.clock.close_old_connections", lambda: None)


@pytest.fixture
def at_once(monkeypatch):
    """No waiting between looks at the clock."""
    monkeypatch.setattr("kith.config.clock.SECOND", 0.001)


def stumble():
    raise OSError("Greg has no way out")


def stumble_over(kind):
    raise kind


def test_a_job_is_done_when_it_is_due():
    done = []
    job = Job("Counting", lambda: done.append(1), every=10)
    for now in (100.0, 105.0, 110.0, 111.0):
        job.do_if_due(now)
    assert len(done) == 2


def test_a_job_that_stumbles_waits_longer_and_longer_and_says_less_and_less(caplog):
    job, waited, now = Job("Posting", stumble, every=5), [], 0.0
    with caplog.at_level(logging.ERROR):
        for _ in range(10):
            job.do_if_due(now)
            waited.append(job.next_at - now)
            now = job.next_at
    assert waited == [5, 10, 20, 40, 50, 50, 50, 50, 50, 50]
    assert [record.getMessage() for record in caplog.records] == [
        f"Posting did not work (OSError); it is tried again in {pause} seconds." for pause in (5, 10, 40, 50)
    ]
    assert "Greg" not in caplog.text
    row = Beat.objects.get(job="Posting")
    assert (row.stumbles, row.problem) == (10, "OSError")


def test_a_database_that_changed_places_is_asked_again_soon():
    job = Job("Once an hour", lambda: stumble_over(OperationalError), every=3600)
    job.do_if_due(0.0)
    assert job.next_at == 15


def test_once_it_works_all_is_forgotten():
    ways = iter([stumble, stumble, lambda: None])
    job = Job("Posting", lambda: next(ways)(), every=5)  # noqa: PLW0108 - another way each time
    for now in (0.0, 5.0, 15.0):
        job.do_if_due(now)
    assert (job.stumbles, Beat.objects.get(job="Posting").problem) == (0, "")


def test_the_others_go_on(at_once):
    stop = threading.Event()
    run_forever(stop, [Job("First", stumble, every=1), Job("Second", stop.set, every=1)])
    assert stop.is_set()


def test_one_with_much_to_do_stops_when_its_seconds_are_over_or_the_clock_is_told_to_stop(monkeypatch):
    asked = []

    def work(goes_on):
        while goes_on():
            asked.append(1)

    a_second_a_look = SimpleNamespace(monotonic=itertools.count().__next__)
    monkeypatch.setattr("kith.config.clock.time", a_second_a_look)
    Job("Working", work, every=1, seconds=5).do_if_due(0.0)
    assert len(asked) == 4
    asked.clear()
    Job("Working", work, every=1, seconds=60).do_if_due(0.0, lambda: False)
    assert asked == []


def test_what_only_one_clock_may_do_is_done_by_one():
    done = []
    for holder in ("one", "two"):
        Job("Sweeping", lambda: done.append(1), every=600).do_if_due(0.0, holder=holder)
        Job("Posting", lambda: done.append(2), every=1, is_shared=True).do_if_due(0.0, holder=holder)
    assert done == [1, 2, 2]


@pytest.mark.parametrize("jump", [timedelta(days=1), timedelta(days=-1), timedelta(days=3650), timedelta(days=-3650)])
def test_a_jump_of_the_machines_time_is_noticed_and_jobs_go_on(at_once, jump):
    stop, done = threading.Event(), []
    with time_machine.travel("2026-08-14 12:00", tick=True) as traveller:

        def work():
            done.append(1)
            traveller.shift(jump if len(done) == 1 else timedelta(0))
            if len(done) == 3:
                stop.set()

        run_forever(stop, [Job("Working", work, every=0.01, is_shared=True)])
    assert len(done) == 3
    noticed = Interruption.objects.get()
    assert (noticed.kind, noticed.seconds) == ("jump", pytest.approx(jump.total_seconds(), abs=60))


def test_a_clock_that_goes_as_it_should_has_not_jumped():
    wall = Wall()
    assert wall.jumped() == 0.0


def test_every_job_can_be_done(settings):
    settings.KITH_DEMO = True
    for job in jobs("here:1:abc"):
        job.do_if_due(0.0, holder="here:1:abc")
        assert job.stumbles == 0, job.name
    assert Beat.objects.filter(held_by="", last_done_at__isnull=False).count() >= 4
