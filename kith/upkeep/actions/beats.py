"""The clock's own notes: that it beats, which job is whose just now, what stumbled, and what it slept through.

Machines write these, a few times an hour; they are no part of anybody's record and have no line in the trail."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q

from kith.upkeep import queries
from kith.upkeep.models import Beat, Interruption

LEASE = timedelta(minutes=5)
EARLY = 0.9  # of its interval: two clocks never beat quite alike
A_WHILE = timedelta(hours=1)  # a shorter stop, such as a restart, is nothing to tell of


def expect_beats(*, now: datetime) -> None:
    """Kith is served from now on, so that pages can say when no beat comes. What was before stays."""
    Beat.objects.get_or_create(job=queries.CLOCK, defaults={"last_done_at": now})


@transaction.atomic
def beat(*, holder: str, now: datetime) -> None:
    """The clock lives. A long silence, or a last beat that is still to come, is kept as an interruption."""
    row, is_new = Beat.objects.get_or_create(job=queries.CLOCK, defaults={"last_done_at": now, "held_by": holder})
    if is_new:
        return
    before = row.last_done_at or now
    if Beat.objects.filter(pk=row.pk, last_done_at=row.last_done_at).update(last_done_at=now, held_by=holder) == 0:
        return  # another clock was quicker, and tells of it
    if now - before > A_WHILE:
        _keep(Interruption.Kind.STILL, since=before, now=now)
    elif before - now > A_WHILE:
        _keep(Interruption.Kind.JUMP, since=before, now=now, seconds=round((now - before).total_seconds()))


@transaction.atomic
def note_jump(*, seconds: float, now: datetime) -> None:
    """The machine's clock was put forward or back while this one ran; that is no silence."""
    _keep(Interruption.Kind.JUMP, since=now - timedelta(seconds=seconds), now=now, seconds=round(seconds))
    Beat.objects.filter(job=queries.CLOCK).update(last_done_at=now)


def _keep(kind: Interruption.Kind, *, since: datetime, now: datetime, seconds: int = 0) -> None:
    late, held = queries.letters_that_waited(now)
    Interruption.objects.create(kind=kind, since=since, noticed_at=now, seconds=seconds, late=late, held=held)


def begin_turn(*, job: str, every: timedelta, holder: str, now: datetime, lease: timedelta = LEASE) -> bool:
    """Takes this job for one turn, unless another clock has it or has just done it. Of two, one gets it.

    A lease that was left behind ends by itself; so does one from before the machine's clock was put back. Only the
    first turn there ever was finds no note to take: the others, many a minute, ask for none to be made."""
    free = _free_and_due(every=every, holder=holder, now=now, lease=lease)

    def taken() -> bool:
        mine = Beat.objects.filter(free, job=job)
        return mine.update(held_by=holder, held_until=now + lease, last_started_at=now) == 1

    return taken() or (Beat.objects.get_or_create(job=job)[1] and taken())


def _free_and_due(*, every: timedelta, holder: str, now: datetime, lease: timedelta) -> Q:
    is_free = Q(held_by="") | Q(held_by=holder) | Q(held_until__lte=now) | Q(held_until__gt=now + 2 * lease)
    unfinished = Q(last_done_at=None) | Q(last_done_at__lt=F("last_started_at"))
    is_due = unfinished | Q(last_started_at__lte=now - EARLY * every) | Q(last_started_at__gt=now + every)
    return is_free & is_due


def end_turn(*, job: str, holder: str, now: datetime) -> None:
    """It is done, and free for whichever clock comes first."""
    done = {"last_done_at": now, "held_by": "", "held_until": None, "stumbles": 0, "problem": ""}
    Beat.objects.filter(job=job, held_by=holder).update(**done)


def note_stumble(*, job: str, stumbles: int, problem: str) -> None:
    """It did not work, so many times in a row. Only the kind of problem is kept: its words may be somebody's."""
    row, _ = Beat.objects.get_or_create(job=job)
    Beat.objects.filter(pk=row.pk).update(stumbles=stumbles, problem=problem[:120], held_by="", held_until=None)


def works_again(*, job: str, now: datetime) -> None:
    """After a stumble, once it works."""
    Beat.objects.filter(job=job).update(stumbles=0, problem="", last_done_at=now)
