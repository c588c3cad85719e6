"""What we ask about errands."""

from datetime import datetime, timedelta

from django.db.models import QuerySet
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS
from django_tasks_db.models import DBTaskResult

BACKEND = DEFAULT_TASK_BACKEND_ALIAS
MOST_TRIES = 5
LOST_AFTER = timedelta(minutes=10)
A_LITTLE = timedelta(minutes=1)


def is_an_errand_ready() -> bool:
    """Whether anything waits to be done now. A plain look: it holds up no writer."""
    return DBTaskResult.objects.ready().filter(backend_name=BACKEND).exists()


def under_way() -> QuerySet[DBTaskResult]:
    """Somebody has begun these."""
    return DBTaskResult.objects.running().filter(backend_name=BACKEND)


def stumbled() -> QuerySet[DBTaskResult]:
    """These did not work."""
    return DBTaskResult.objects.failed().filter(backend_name=BACKEND).order_by("enqueued_at")


def tries(errand: DBTaskResult) -> int:
    """How often somebody has begun it."""
    return len(errand.worker_ids)


def given_up() -> list[DBTaskResult]:
    """These did not work as often as they are tried; somebody has to look."""
    return [each for each in stumbled() if tries(each) >= MOST_TRIES]


def is_lost(errand: DBTaskResult, now: datetime) -> bool:
    """Whether it was begun too long ago, or at a time that is still to come."""
    began = errand.started_at or now
    return began <= now - LOST_AFTER or began > now + A_LITTLE


def called(errand: DBTaskResult) -> str:
    """What it is, in the words of its function: “read leaflet”."""
    return errand.task_path.rpartition(".")[2].replace("_", " ")
