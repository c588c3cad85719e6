"""What is done to many letters at once: those of no more use, those left in the middle, words kept long enough."""

from datetime import datetime, timedelta

from django.db.models import Q

from kith.outbox.models import Letter

from .changing import KEPT_FOR, WIPED

LEAVING_FOR = timedelta(minutes=2)  # longer than any server is waited for: after it, whoever had the letter is gone
NO_LONGER_OF_USE = "It was no longer of use, so it was not sent."
LEFT_IN_THE_MIDDLE = "Kith stopped while this was leaving, so it may have arrived, or not."
BROUGHT_BACK = "Kith was brought back from a copy, and this may have been sent before. So it stays here."
State = Letter.State


def hold_everything(*, now: datetime) -> int:
    """Kith was brought back from a copy: whatever waits in it may have left since. Gives how many stay here."""
    waiting = Letter.objects.filter(state__in=(State.WAITING, State.LEAVING))
    held = {"state": State.HELD, "last_problem": BROUGHT_BACK, "taken_on": ""}
    codes = waiting.filter(wipe_after_sending=True).update(**WIPED, **held)
    return codes + waiting.update(wipe_at=now + KEPT_FOR, **held)


def tidy(*, now: datetime) -> int:
    """What comes before anything leaves. One look, where there is nothing to do. Gives how many were held back."""
    if not Letter.objects.filter(_stale(now) | _left_in_the_middle(now) | _kept_long_enough(now)).exists():
        return 0
    held = hold_stale(now=now)
    pick_up(now=now)
    wipe_due(now=now)
    return held


def hold_stale(*, now: datetime) -> int:
    """Holds back every letter whose time has passed. Gives how many."""
    stale = Letter.objects.filter(_stale(now))
    held = {"state": State.HELD, "last_problem": NO_LONGER_OF_USE}
    codes = stale.filter(wipe_after_sending=True).update(**WIPED, **held)
    return codes + stale.update(wipe_at=now + KEPT_FOR, **held)


def pick_up(*, now: datetime) -> int:
    """Letters that were leaving when their deliverer ended. Gives how many.

    An email goes again, under its own Message-ID, and remembers that. A text or a paper letter does not: it waits
    for somebody's choice.
    """
    left = Letter.objects.filter(_left_in_the_middle(now))
    told = {"last_problem": LEFT_IN_THE_MIDDLE}
    emails = left.filter(channel=Letter.Channel.EMAIL)
    again = emails.update(state=State.WAITING, next_try_at=now, perhaps_twice=True, taken_on="", **told)
    return again + left.update(state=State.UNSURE, wipe_at=now + KEPT_FOR, **told)


def wipe_due(*, now: datetime) -> int:
    """Wipes the words of letters that were kept long enough. Their rows stay: an answer still finds its cause."""
    return Letter.objects.filter(_kept_long_enough(now)).update(**WIPED, wipe_at=None)


def _stale(now: datetime) -> Q:
    return Q(state=State.WAITING, goes_stale_at__lte=now)


def _left_in_the_middle(now: datetime) -> Q:
    return Q(state=State.LEAVING, leaving_at__lte=now - LEAVING_FOR)


def _kept_long_enough(now: datetime) -> Q:
    return Q(wipe_at__lte=now)
