"""Clocks are really killed in the middle of their work: nothing is lost, and nothing is done twice."""

import os
import re
import signal
from pathlib import Path

import pytest

from tests.cli.running import until
from tests.upkeep.own_database import Install, installed

pytestmark = pytest.mark.django_db
CHORES = 40
LEAVE_CHORES = f"""
from tests.upkeep.chores import write_letter
for number in range({CHORES}):
    write_letter.enqueue(number)
"""
DONE, TASKS = "outbox_letter WHERE kind = 'chore'", "django_tasks_database_dbtaskresult"


@pytest.fixture
def install(tmp_path_factory, tmp_path) -> Install:
    with installed(tmp_path_factory, tmp_path) as install:
        yield install


def kill_when_some_are_done(install: Install, wanted: int) -> None:
    """Starts a clock and kills it, wherever it stands, once so many chores are done."""
    clock = install.start()
    try:
        assert until(lambda: install.count(DONE) >= wanted)
    finally:
        clock.kill()
        clock.wait()


def hears_the_end(clock: int) -> bool:
    """Whether it has come as far as to end what is under way when it is told to; before that it simply ends."""
    caught = re.search(r"^SigCgt:\s*(\w+)$", Path(f"/proc/{clock}/status").read_text(), re.MULTILINE)
    return bool(caught and int(caught[1], 16) >> (signal.SIGTERM - 1) & 1)


def test_errands_survive_every_kill_and_are_done_once(install):
    install.run(LEAVE_CHORES)
    for wanted in (5, 20):
        kill_when_some_are_done(install, wanted)
    first, second = install.start(), install.start()
    try:
        assert until(lambda: install.count(f"{TASKS} WHERE status <> 'SUCCESSFUL'") == 0)
        assert until(lambda: hears_the_end(first.pid) and hears_the_end(second.pid))
    finally:
        for each in (first, second):
            os.kill(each.pid, signal.SIGTERM)
        codes = [each.wait(60) for each in (first, second)]
    assert codes == [0, 0]
    assert install.count(TASKS) == CHORES
    assert install.count(DONE) == CHORES
    assert install.ask("SELECT count(DISTINCT once) FROM outbox_letter WHERE kind = 'chore'") == [(CHORES,)]
    assert install.count("upkeep_beat WHERE job = 'The clock' AND last_done_at IS NOT NULL") == 1
