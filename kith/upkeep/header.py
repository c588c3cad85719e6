"""What the head of every page tells staff: how many messages wait, and that letters and reminders do not leave.

That line is shown when the clock has not beaten for five minutes. `kith serve` makes the first note of it, so a clock
that never came to life is noticed as well; where nothing was ever served there is no note, and nothing is shown.
"""

from collections.abc import Callable
from datetime import datetime
from functools import cache

from django.http import HttpRequest

from kith.access import clock
from kith.access.actor import Role

from . import queries
from .queries.troubles import moment_words

WORKING = {Role.WORKER, Role.COVER}


def header(request: HttpRequest) -> dict[str, Callable]:
    """A context processor. Only a whole page asks; it is one look for staff, and none for anybody else."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated or not request.actor.is_staff:
        return {}
    told = cache(lambda: queries.header_of(user))
    is_working = bool(request.actor.roles & WORKING)
    return {
        "messages_waiting": lambda: told().waiting if is_working else 0,
        "clock_stopped": lambda: _words(told().last_beat),
    }


def _words(last_beat: datetime | None) -> str:
    now = clock.now()
    still = queries.still_after(last_beat, now)
    if still is None:
        return ""
    if still.since is None:
        return "Letters and reminders may not be leaving."
    return f"Letters and reminders have not left since {moment_words(still.since, now)}."
