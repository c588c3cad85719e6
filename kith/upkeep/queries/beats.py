"""What we ask about the clock: does it beat, and what did it sleep through?"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet

from kith.outbox.models import IS_WAITING, Letter
from kith.people.models import Individual, Team
from kith.upkeep.models import Beat, Interruption

CLOCK = "The clock"
STANDS_STILL_AFTER = timedelta(minutes=5)
TOLD_FOR = timedelta(days=7)


@dataclass(frozen=True)
class Still:
    """The clock does not beat. `since` is its last beat; None when it lies in the future and tells nothing."""

    since: datetime | None


def still_since(now: datetime) -> Still | None:
    """Since when letters and reminders do not leave; None while they do. A Kith that was never served, as in
    a test or a copy, has no clock to wait for."""
    last = the_clock().values_list("last_done_at", flat=True).first()
    return still_after(last, now)


def the_clock() -> QuerySet[Beat]:
    """The beat of the clock itself."""
    return Beat.objects.filter(job=CLOCK)


def still_after(last: datetime | None, now: datetime) -> Still | None:
    """The same, of a beat that is known."""
    if last is None or abs(now - last) <= STANDS_STILL_AFTER:
        return None
    return Still(since=last if last < now else None)


def letters_that_waited(now: datetime) -> tuple[int, int]:
    """How many letters leave late now, and how many are of no use any more."""
    waiting = Letter.objects.filter(IS_WAITING)
    held = waiting.filter(goes_stale_at__lte=now)
    return waiting.filter(next_try_at__lte=now).exclude(pk__in=held).count(), held.count()


def recent_interruptions(now: datetime) -> QuerySet[Interruption]:
    """What happened to the clock within a week, on either side of a clock that was put right."""
    return Interruption.objects.filter(noticed_at__gt=now - TOLD_FOR, noticed_at__lt=now + TOLD_FOR)


def not_sent_in(teams: list[Team], now: datetime) -> list[tuple[Individual, int]]:
    """To whom of these teams letters were not sent, since they were of no use when the clock went on; how many."""
    still = list(recent_interruptions(now).filter(kind=Interruption.Kind.STILL, held__gt=0))
    if not still:
        return []
    people = {each.public_id: each for each in Individual.objects.filter(team__in=teams, closed_at=None)}
    counts: dict[str, int] = {}
    for each in still:
        meanwhile = {"goes_stale_at__gt": each.since, "goes_stale_at__lte": each.noticed_at}
        held = Letter.objects.filter(state=Letter.State.HELD, individual_ref__in=list(people), **meanwhile)
        for ref in held.values_list("individual_ref", flat=True):
            counts[ref] = counts.get(ref, 0) + 1
    return sorted(((people[ref], count) for ref, count in counts.items()), key=lambda found: found[0].called)
