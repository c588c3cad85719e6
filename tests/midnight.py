"""No test is begun as the day ends: what was told of today would be of yesterday before it is through."""

import time
from datetime import timedelta
from pathlib import Path

from django.utils import timezone

A_TEST, A_FILE = timedelta(seconds=20), timedelta(minutes=1)  # more than nearly all of them take
begun: set[Path] = set()


def let_the_day_end(file: Path) -> None:
    """Waits for the next one where what is begun now may still be under way by then: a minute, once a night."""
    today, room = timezone.localdate(), A_TEST if file in begun else A_FILE
    begun.add(file)
    if timezone.localdate(timezone.now() + room) == today:
        return
    while timezone.localdate() == today:
        time.sleep(0.1)
