"""Processes are killed while people write: what Kith had called kept is there, and nothing is there by half."""

import os
import random
import resource
import signal
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.cli.running import until
from tests.faults.served import WORKERS, Kith, writing

pytestmark = pytest.mark.django_db
QUICK, SAVES_BETWEEN = 4, 6  # so that some are kept, and all are disturbed
TURNS, ONE_BY_ONE = 20, 9  # in each turn so many, and then all of it


def seconds_of_a_save(kith: Kith) -> float:
    """On this machine, just now."""
    began = time.monotonic()
    assert kith.writes(f"To begin with, at {began}.").status == 302
    return time.monotonic() - began


def kill_one_that_answers(kith: Kith, within: float) -> int:
    """At a random moment. Gives how many were killed: none while they are being replaced."""
    time.sleep(random.uniform(0, within))  # noqa: S311 - no secret
    for number in kith.workers()[:1]:
        with suppress(ProcessLookupError):  # it had gone by itself
            os.kill(number, signal.SIGKILL)
            return 1
    return 0


def all_of_it_is_there(kith: Kith, writers) -> int:
    """Gives how much was kept."""
    there, kept = kith.what_is_there(), [words for each in writers for words in each.kept]
    assert kept
    assert set(kept) - set(there["words"]) == set(), "said to be kept, and gone"
    assert len(there["words"]) == len(set(there["words"])), "there twice"
    assert there["without_a_line"] == [] and there["wrong"] == []
    return len(kept)


@pytest.mark.fault("F-01")
@pytest.mark.shows("Q-16")
def test_killed_while_it_answers_everything_that_was_called_kept_is_there(kith, told):
    kith.start()
    killed, within = 0, SAVES_BETWEEN * seconds_of_a_save(kith)
    with writing(kith) as writers:
        while killed < QUICK:
            killed += kill_one_that_answers(kith, within)
        assert until(lambda: any(each.kept for each in writers))
        kith.kill()
    kith.start()
    assert kith.writes("And afterwards.").status == 302
    told(f"{killed} processes and once all of them killed; {all_of_it_is_there(kith, writers)} kept, none lost")


@pytest.mark.soak
@pytest.mark.fault("F-01")
def test_killed_two_hundred_times_nothing_is_lost(kith, told):
    killed, everybody = 0, []
    for turn in range(TURNS):
        kith.start()
        last, within = killed + ONE_BY_ONE, SAVES_BETWEEN * seconds_of_a_save(kith)
        with writing(kith, turn=turn) as writers:
            while killed < last:
                killed += kill_one_that_answers(kith, within)
            kith.kill()
        everybody += writers
    kith.start()
    kept = all_of_it_is_there(kith, everybody)
    told(f"{killed} processes and {TURNS} times all of them killed; {kept} kept, none lost")


@pytest.mark.soak
@pytest.mark.fault("F-31")
def test_a_page_that_has_too_little_memory_fails_alone_and_its_process_is_replaced(kith, told):
    kith.start()
    plan = kith.page.replace("/messages/", "/plan/plan.pdf")
    assert kith.asks("GET", plan).status == 200
    (poor, *_), failed = kith.workers(), 0
    held = int(Path(f"/proc/{poor}/statm").read_text().split()[0]) * resource.getpagesize()
    resource.prlimit(poor, resource.RLIMIT_AS, (held, held))  # not a byte more than it holds now
    for _ in range(12):
        failed += kith.asks("GET", plan).status != 200
        assert kith.asks("GET", "/crisis/").status == 200
    assert 0 < failed < 12
    assert until(lambda: poor not in kith.workers() and len(kith.workers()) == WORKERS)
    assert all(kith.asks("GET", plan).status == 200 for _ in range(12))
    told(f"{failed} of 12 pages failed, Help now opened each time; the process was replaced, and every page opened")
