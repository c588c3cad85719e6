"""By when an answer is due: one calendar month, three where it is a lot of work, longer by each day it stood still.

The month ends on the day with the same number; where there is none, on the month's last day; where that is no working
day, on the next one.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from kith.conversations.when import months_after
from kith.people.working_days import is_working_day

from .models import Pause, Request

USUAL, LONGER = 1, 3


def due_on(request: Request, today: date, again: date | None = None) -> date:
    """The last day, as things stand on this day. `again`: since when they wait once more; what was before is over."""
    since = again or request.received_on
    pauses = [each for each in request.pauses.all() if each.begins_on >= since]
    is_longer = request.longer_said_on is not None and request.longer_said_on >= since
    return last_day(since, is_longer, pauses, today)


def last_day(received_on: date, is_longer: bool, pauses: Iterable[Pause], today: date) -> date:
    still = sum(pause.days_until(today) for pause in pauses)
    return next_working_day(months_after(received_on, LONGER if is_longer else USUAL) + timedelta(days=still))


def next_working_day(day: date) -> date:
    """This day or the first working day after it."""
    while not is_working_day(day, None):
        day += timedelta(days=1)
    return day
