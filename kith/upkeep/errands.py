"""Errands: work left to do after a page has answered. The clock does it itself, between its other jobs.

The library's own worker looks for work in an exclusive transaction, which on SQLite would hold up every writer
once a second. So it is asked to work only when something is ready, for one errand at a time.
"""

import logging
import os
import socket
from collections.abc import Callable
from datetime import datetime

from django.utils.crypto import get_random_string
from django_tasks import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker

from kith.access import clock

from . import queries
from .actions import errands as actions

log = logging.getLogger("kith.upkeep")
HERE = socket.gethostname()[:40]


def new_holder() -> str:
    """The name of this clock: the machine, the process, and something of its own."""
    return f"{HERE}:{os.getpid()}:{get_random_string(6)}"


def do_errands(goes_on: Callable[[], bool] = lambda: True, holder: str = "") -> int:
    """Does what is ready, one after the other, while it may go on. Gives how many were done or tried."""
    tried, holder = 0, holder or new_holder()
    while goes_on() and queries.is_an_errand_ready():
        _Hand(holder).run()
        tried += 1
    return tried


class _Hand(Worker):
    """The library's worker, for one errand. It says less: an error's own words may be somebody's."""

    def __init__(self, holder: str):
        how = {"queue_names": ["*"], "excluded_queue_names": [], "backend_name": queries.BACKEND, "worker_id": holder}
        super().__init__(**how, interval=1, batch=True, startup_delay=False, max_tasks=1)

    def run_task(self, db_task_result) -> None:
        super().run_task(db_task_result)
        if db_task_result.status == TaskResultStatus.FAILED:
            kind = db_task_result.exception_class_path.rpartition(".")[2]
            log.error("%s did not work (%s).", queries.called(db_task_result), kind)
            actions.forget_what_it_said(errand=db_task_result)


def recover(now: datetime | None = None, *, at_start: bool = False) -> int:
    """Errands whose worker has gone are ready again, and so are those that stumbled and have waited.

    `at_start` also asks this machine whether a process is still there; later, ten minutes without an end tell."""
    now = now or clock.now()
    lost = [each for each in queries.under_way() if queries.is_lost(each, now) or (at_start and _has_gone(each))]
    given_back = sum(actions.give_back(errand=each, now=now) for each in lost)
    return given_back + actions.try_again_due(now=now)


def _has_gone(errand) -> bool:
    """Whether the process that had it last was on this machine, and is there no more."""
    holder = errand.worker_ids[-1] if errand.worker_ids else ""
    machine, _, rest = holder.partition(":")
    number = rest.partition(":")[0]
    return machine == HERE and number.isdecimal() and not _is_running(int(number))


def _is_running(number: int) -> bool:
    if number == os.getpid():
        return False  # this process has just begun, so it has nothing yet
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
