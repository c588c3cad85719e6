"""Clocks are really killed in the middle of their work: nothing is lost, and nothing is done twice."""

import os
import signal

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


def test_errands_survive_every_kill_and_are_done_once(install):
    install.run(LEAVE_CHORES)
    for wanted in (5, 20):
        kill_when_some_are_done(install, wanted)
    first, second = install.start(), install.start()
    try:
        assert until(lambda: install.count(f"{TASKS} WHERE status <> 'SUCCESSFUL'") == 0)
    finally:
        for each in (first, second):
            os.kill(each.pid, signal.SIGTERM)
        codes = [each.wait(30) for each in (first, second)]
    assert codes == [0, 0]
    assert install.count(TASKS) == CHORES
    assert install.count(DONE) == CHORES
    assert install.ask("SELECT count(DISTINCT once) FROM outbox_letter WHERE kind = 'chore'") == [(CHORES,)]
    assert install.count("upkeep_beat WHERE job = 'The clock' AND last_done_at IS NOT NULL") == 1
