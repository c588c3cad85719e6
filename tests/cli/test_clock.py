"""Jobs are done at their time, and one that stumbles holds up nobody."""

import logging
import threading

import pytest

from kith.config.clock import Job, run_forever

pytestmark = pytest.mark.django_db  # before each job, connections that have grown old are closed


@pytest.fixture
def at_once(monkeypatch):
    """No waiting between looks at the clock."""
    monkeypatch.setattr("kith.config.clock.SECOND", 0.001)


def test_a_job_is_done_when_it_is_due():
    done = []
    job = Job("Counting", lambda: done.append(1), every=10)
    for now in (100.0, 105.0, 110.0, 111.0):
        job.do_if_due(now)
    assert len(done) == 2


def test_a_job_that_stumbles_is_logged_and_tried_again(caplog):
    def stumble():
        raise OSError("no way out")

    job = Job("Posting", stumble, every=5)
    with caplog.at_level(logging.ERROR):
        job.do_if_due(0.0)
        job.do_if_due(5.0)
    assert [record.getMessage() for record in caplog.records] == [
        "Posting did not work; it is tried again in 5 seconds."
    ] * 2


def test_the_others_go_on(at_once):
    stop = threading.Event()

    def stumble():
        raise OSError

    run_forever(stop, [Job("First", stumble, every=1), Job("Second", stop.set, every=1)])
    assert stop.is_set()
