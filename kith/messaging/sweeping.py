"""When and how what is due between two meetings is gone through."""

from django.utils import timezone

from kith.access import clock
from kith.access.sweeping import go_through, never_stops
from kith.people.polite import FROM, UNTIL

__all__ = ["go_through", "is_daytime", "never_stops"]


def is_daytime() -> bool:
    """Whether somebody may hear from Kith unasked at this hour."""
    return FROM <= timezone.localtime(clock.now()).time() < UNTIL
