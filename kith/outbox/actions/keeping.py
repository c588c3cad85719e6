"""What is done to many letters at once: those of no more use, those left in the middle, words kept long enough."""

from datetime import datetime, timedelta

from kith.outbox.models import Letter

from .changing import KEPT_FOR

LEAVING_FOR = timedelta(minutes=2)  # longer than any server is waited for: after it, whoever had the letter is gone
NO_LONGER_OF_USE = "It was no longer of use, so it was not sent."
LEFT_IN_THE_MIDDLE = "Kith stopped while this was leaving, so it may have arrived, or not."
State = Letter.State


def hold_stale(*, now: datetime) -> int:
    """Holds back every letter whose time has passed. Gives how many."""
    stale = Letter.objects.filter(state=State.WAITING, goes_stale_at__lte=now)
    if not stale.exists():
        return 0
    held = {"state": State.HELD, "last_problem": NO_LONGER_OF_USE}
    codes = stale.filter(wipe_after_sending=True).update(body="", **held)
    return codes + stale.update(wipe_at=now + KEPT_FOR, **held)


def pick_up(*, now: datetime) -> int:
    """Letters that were leaving when their deliverer ended. Gives how many.

    An email goes again, under its own Message-ID, and remembers that. A text or a paper letter does not: it waits
    for somebody's choice.
    """
    left = Letter.objects.filter(state=State.LEAVING, leaving_at__lte=now - LEAVING_FOR)
    if not left.exists():
        return 0
    told = {"last_problem": LEFT_IN_THE_MIDDLE}
    emails = left.filter(channel=Letter.Channel.EMAIL)
    again = emails.update(state=State.WAITING, next_try_at=now, perhaps_twice=True, taken_on="", **told)
    return again + left.update(state=State.UNSURE, wipe_at=now + KEPT_FOR, **told)


def wipe_due(*, now: datetime) -> int:
    """Wipes the words of letters that were kept long enough. Their rows stay: an answer still finds its cause."""
    due = Letter.objects.filter(wipe_at__lte=now)
    return due.update(body="", wipe_at=None) if due.exists() else 0
