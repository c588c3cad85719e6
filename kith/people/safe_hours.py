"""When an individual may safely be written to, as they said."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from . import polite
from .models import ContactWishes
from .working_days import instant

A_WEEK = 7


def next_safe_moment(wishes: ContactWishes, now: datetime) -> datetime:
    """Now, if that is safe; else when it is next. Who named no time and no day can be written to at any."""
    if not (wishes.safe_days or wishes.safe_from or wishes.safe_until):
        return now
    begins, ends = _hours(wishes)
    today = timezone.localtime(now).date()
    for day in (today + timedelta(days=later) for later in range(A_WEEK + 1)):
        if wishes.safe_days and day.weekday() not in wishes.safe_days:
            continue
        until = instant(day, ends) if ends else instant(day + timedelta(days=1), time.min)
        if now < until:
            return max(now, instant(day, begins))
    return now  # cannot be: within a week every weekday comes


def _hours(wishes: ContactWishes) -> tuple[time, time | None]:
    """From and until; whoever named only days, or one of the two, means it to be by day otherwise."""
    begins, ends = wishes.safe_from, wishes.safe_until
    if begins is None and ends is None:
        return (polite.FROM, polite.UNTIL) if wishes.safe_days else (time.min, None)
    if begins is None:
        return (polite.FROM if ends > polite.FROM else time.min), ends
    return begins, ends or (polite.UNTIL if begins < polite.UNTIL else None)
