"""A line for staff on every page while letters and reminders do not leave.

It is shown when the clock has not beaten for five minutes. `kith serve` makes the first note of it, so a clock that
never came to life is noticed as well; where nothing was ever served there is no note, and nothing is shown.
"""

from collections.abc import Callable

from django.http import HttpRequest

from kith.access import clock

from . import queries
from .queries.troubles import moment_words


def stillness(request: HttpRequest) -> dict[str, Callable[[], str]]:
    """A context processor. Only a whole page asks; it is one look for staff, and none for anybody else."""
    return {"clock_stopped": lambda: _words(request)}


def _words(request: HttpRequest) -> str:
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated or not request.actor.is_staff:
        return ""
    now = clock.now()
    still = queries.still_since(now)
    if still is None:
        return ""
    if still.since is None:
        return "Letters and reminders may not be leaving."
    return f"Letters and reminders have not left since {moment_words(still.since, now)}."
