"""What becomes of a letter: taken, sent, tried again later, held back, given up, wiped."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from kith.outbox.models import Letter

AGAIN_AFTER = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=4),
)
TAKEN_FOR = timedelta(minutes=1)  # a deliverer that ended while it had a letter is waited for this long
KEPT_FOR = timedelta(days=7)
KEPT_IN_TRAY_FOR = timedelta(minutes=15)


def claim_next(*, now: datetime, channels: list[str]) -> Letter | None:
    """Takes one letter that is due, so that nobody else does, and counts the try. None when none is due."""
    due = Letter.objects.filter(state=Letter.State.WAITING, next_try_at__lte=now, channel__in=channels)
    return _claim(due, now) if due.exists() else None  # an idle look, once a second, holds up no writer


@transaction.atomic
def _claim(due: QuerySet[Letter], now: datetime) -> Letter | None:
    letter = due.select_for_update(skip_locked=True).order_by("next_try_at", "pk").first()
    if letter is None:
        return None
    letter.attempts += 1
    letter.next_try_at = now + TAKEN_FOR
    letter.save(update_fields=["attempts", "next_try_at"])
    return letter


def delivered(*, letter: Letter, to: str, now: datetime) -> None:
    """It has left; in the demo it lies in the tray."""
    letter.state = Letter.State.IN_TRAY if settings.KITH_DEMO else Letter.State.SENT
    letter.sent_at = now
    letter.to = to
    letter.last_problem = ""
    _finish(letter, now)


def not_now(*, letter: Letter, reason: str, again_after: timedelta, now: datetime) -> None:
    """Its gate asks it to wait. That is not counted as a try."""
    letter.attempts -= 1
    letter.next_try_at = now + again_after
    letter.last_problem = reason
    letter.save(update_fields=["attempts", "next_try_at", "last_problem"])


def not_sent(*, letter: Letter, problem: str, now: datetime) -> None:
    """It did not leave: tried again later, and given up after the last try."""
    letter.last_problem = problem[:300]
    if letter.attempts > len(AGAIN_AFTER):
        letter.state = Letter.State.GAVE_UP
        _finish(letter, now)
        return
    letter.next_try_at = now + AGAIN_AFTER[letter.attempts - 1]
    letter.save(update_fields=["next_try_at", "last_problem"])


def hold_back(*, letter: Letter, reason: str, now: datetime) -> None:
    """It does not leave at all."""
    letter.state = Letter.State.HELD
    letter.last_problem = reason[:300]
    _finish(letter, now)


def hold_stale(*, now: datetime) -> int:
    """Holds back every letter whose time has passed. Gives how many."""
    stale = Letter.objects.filter(state=Letter.State.WAITING, goes_stale_at__lte=now)
    for letter in stale:
        hold_back(letter=letter, reason="It was no longer of use, so it was not sent.", now=now)
    return len(stale)


def wipe_due(*, now: datetime) -> int:
    """Wipes the words of letters that were kept long enough. Gives how many."""
    due = Letter.objects.filter(wipe_at__lte=now)
    return due.update(body="", wipe_at=None) if due.exists() else 0


def _finish(letter: Letter, now: datetime) -> None:
    """Keeps the words for as long as somebody may ask about them, or not at all."""
    if letter.state == Letter.State.IN_TRAY:
        letter.wipe_at = now + KEPT_IN_TRAY_FOR if letter.wipe_after_sending else None
    elif letter.wipe_after_sending:
        letter.body = ""
    else:
        letter.wipe_at = now + KEPT_FOR
    letter.save(update_fields=["state", "sent_at", "to", "last_problem", "body", "wipe_at"])
