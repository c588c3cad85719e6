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


def due_on(request: Request, today: date) -> date:
    """The last day, as things stand on this day."""
    return last_day(request.received_on, request.is_longer, request.pauses.all(), today)


def last_day(received_on: date, is_longer: bool, pauses: Iterable[Pause], today: date) -> date:
    still = sum(pause.days_until(today) for pause in pauses)
    return next_working_day(months_after(received_on, LONGER if is_longer else USUAL) + timedelta(days=still))


def next_working_day(day: date) -> date:
    """This day or the first working day after it."""
    while not is_working_day(day, None):
        day += timedelta(days=1)
    return day
