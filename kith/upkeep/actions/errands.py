"""What becomes of an errand that was lost, or that stumbled. The library's own worker does the rest."""

import re
from datetime import datetime, timedelta

from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from kith.access import clock, trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.upkeep import queries

AGAIN_AFTER = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2))
KEPT_FOR = timedelta(days=7)
GIVEN_UP_KEPT_FOR = timedelta(days=30)
PLACES = re.compile(r'^  File "[^"\n]*", line \d+, in \S+$', re.MULTILINE)
ENDED_IN_THE_MIDDLE = "ended in the middle"


def give_back(*, errand: DBTaskResult, now: datetime) -> bool:
    """Whoever had it has gone: it is ready again; or given up, when it ended its worker too often."""
    mine = DBTaskResult.objects.filter(pk=errand.pk, status=TaskResultStatus.RUNNING, started_at=errand.started_at)
    if queries.tries(errand) < queries.MOST_TRIES:
        return mine.update(status=TaskResultStatus.READY) == 1
    ended = {"status": TaskResultStatus.FAILED, "finished_at": now, "exception_class_path": ENDED_IN_THE_MIDDLE}
    return mine.update(**ended) == 1


def try_again_due(*, now: datetime) -> int:
    """Errands that stumbled and have waited long enough are ready again. Gives how many."""
    stumbled = [each for each in queries.stumbled() if queries.tries(each) < queries.MOST_TRIES]
    return sum(_ready(each) for each in stumbled if _has_waited(each, now))


def _has_waited(errand: DBTaskResult, now: datetime) -> bool:
    """A time still to come is from before the machine's clock was put back, and is not waited for."""
    waited = now - (errand.finished_at or now)
    return waited < timedelta(0) or waited >= AGAIN_AFTER[max(queries.tries(errand), 1) - 1]


def _ready(errand: DBTaskResult, **more) -> int:
    mine = DBTaskResult.objects.filter(pk=errand.pk, status=TaskResultStatus.FAILED, finished_at=errand.finished_at)
    return mine.update(status=TaskResultStatus.READY, finished_at=None, **more)


def forget_what_it_said(*, errand: DBTaskResult) -> None:
    """Of a stumble the places in the code stay. What the error said may be somebody's words, and goes."""
    errand.traceback = "\n".join(PLACES.findall(errand.traceback))
    errand.save(update_fields=["traceback"])


def prune(*, now: datetime) -> int:
    """What is done is forgotten after a week, and what was given up after a month. Gives how many."""
    done = DBTaskResult.objects.filter(status=TaskResultStatus.SUCCESSFUL, finished_at__lte=now - KEPT_FOR)
    left = DBTaskResult.objects.filter(status=TaskResultStatus.FAILED, finished_at__lte=now - GIVEN_UP_KEPT_FOR)
    return sum(each.delete()[0] for each in (done, left) if each.exists())


@action
def try_given_up_again(*, by: Actor) -> int:
    """An administrator has put right what was wrong: everything given up is tried afresh. Gives how many."""
    permit(by, Permission.MANAGE_ACCOUNTS)
    again = sum(_ready(each, worker_ids=[], run_after=clock.now()) for each in queries.given_up())
    trail.record("left work tried again", by=by, detail=str(again))
    return again
