"""Every kind of reminder: how long before its day it is due, and for how long it is still of use."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from kith.messaging.models import Reminder
from kith.messaging.queries import reminding as queries

Kind = Reminder.Kind
NINE, TEN, SIX = time(9), time(10), time(18)
DAYS_BEFORE = range(1, 8)
SOONEST = timedelta(minutes=30)  # before a meeting, a reminder of it is no help any more
A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Due:
    """Rows to be reminded of. Each has its `individual`, and the day it is about as `on_day`."""

    kind: str
    rows: QuerySet


@dataclass(frozen=True)
class Spec:
    """Due `lead` days before its day, from an hour on, and still of use for `grace` days after that."""

    kind: str
    lead: int
    grace: int
    rows: Callable[[date, date], QuerySet]  # what is not reminded of yet, from a day to a day
    begins: time = TEN

    def due(self, now: datetime) -> QuerySet | None:
        """What is due and of use now; None before its hour."""
        here = timezone.localtime(now)
        if here.time() < self.begins:
            return None
        latest = here.date() + timedelta(days=self.lead)
        return self.rows(latest - timedelta(days=self.grace), latest)

    def too_late(self, since: datetime, now: datetime) -> QuerySet | None:
        """What became due since that instant, while nobody looked, and is of no use now."""
        today = timezone.localtime(now).date()
        first = _first_not_done(since, self.begins) + timedelta(days=self.lead)
        last = today + timedelta(days=self.lead - self.grace - 1)
        return self.rows(first, last) if first <= last else None


def specs(now: datetime) -> list[Spec]:
    """All but the morning of a meeting, which depends on the hour, and the Brief, which depends on the worker."""
    return [
        Spec(Kind.MEETING_WEEK, 7, 1, queries.meetings("meeting_week", Kind.MEETING_WEEK)),
        Spec(Kind.MEETING_DAY, 1, 0, queries.meetings("meeting_day", Kind.MEETING_DAY)),
        Spec(Kind.TARGET_WEEK, 7, 1, queries.targets("target_week", Kind.TARGET_WEEK)),
        Spec(Kind.TARGET_DAY, 1, 0, queries.targets("target_day", Kind.TARGET_DAY)),
        Spec(Kind.AFTER_TARGET, -1, 2, queries.targets_without_a_word()),
        Spec(Kind.ENTRY, 3, 2, queries.entries_of_targets()),
        Spec(Kind.KEPT_ENTRY, 3, 2, queries.entries_of_kept()),
        Spec(Kind.PROMISE, 1, 0, queries.own_promises(today=timezone.localtime(now).date())),
        Spec(Kind.WORKER_PROMISE, 7, 1, queries.worker_promises(today=timezone.localtime(now).date())),
        Spec(Kind.VISIT, 1, 0, queries.visits()),
    ]


def due(now: datetime) -> Iterator[Due]:
    """Everything to be reminded of at this hour, kind by kind."""
    for spec in specs(now):
        rows = spec.due(now)
        if rows is not None:
            yield Due(spec.kind, rows)
    yield Due(Kind.MEETING_MORNING, _this_morning(now))
    if timezone.localtime(now).time() >= TEN:
        yield Due(Kind.BRIEF, _briefs(now))


def too_late(since: datetime, now: datetime) -> Iterator[Due]:
    """Everything whose time passed while nobody looked."""
    mornings = Spec(Kind.MEETING_MORNING, 0, 0, _mornings(), begins=NINE)
    for spec in [*specs(now), mornings]:
        rows = spec.too_late(since, now)
        if rows is not None:
            yield Due(spec.kind, rows)
    if late := _briefs_too_late(since, now):
        yield Due(Kind.BRIEF, queries.briefs(late))


def _briefs(now: datetime) -> QuerySet:
    """From as many days before as each worker likes, until the day before."""
    today = timezone.localtime(now).date()
    return queries.briefs({days: (today + A_DAY, today + A_DAY * days) for days in DAYS_BEFORE})


def _briefs_too_late(since: datetime, now: datetime) -> dict[int, tuple[date, date]]:
    """The days of meetings, for each number of days before, whose Brief nobody sent in time."""
    first, today = _first_not_done(since, TEN), timezone.localtime(now).date()
    return {days: (first + A_DAY * days, today) for days in DAYS_BEFORE if first + A_DAY * days <= today}


def _first_not_done(since: datetime, begins: time) -> date:
    """The first day whose hour had not come yet when somebody last looked."""
    then = timezone.localtime(since)
    return then.date() if then.time() < begins else then.date() + A_DAY


def _this_morning(now: datetime) -> QuerySet:
    """Meetings of today that are not about to begin; from six in the evening, also tomorrow's early ones,
    which the morning would come too late for."""
    here = timezone.localtime(now)
    today, soonest = here.date(), timezone.localtime(now + SOONEST).time()
    early_tomorrow = here.date() + A_DAY if here.time() >= SIX else None
    return queries.of_the_morning(_mornings()(today, today + A_DAY), today, max(soonest, TEN), early_tomorrow)


def _mornings() -> Callable[[date, date], QuerySet]:
    return queries.meetings("meeting_morning", Kind.MEETING_MORNING)
