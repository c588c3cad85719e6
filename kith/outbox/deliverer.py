"""Takes letters that are due, asks their gates, and sends them, one recipient each.

A letter is taken in a transaction of its own and sent outside any: a deliverer that ends in the
middle leaves a letter that is tried again, under the same Message-ID.
"""

import logging
import smtplib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from django.conf import settings
from django.utils import timezone

from . import actions, gates
from .envelopes import envelope
from .mail_server import MailServer, Van
from .models import Letter

log = logging.getLogger("kith.outbox")
Send = Callable[[Letter, str], None]


def deliver_due(
    now: datetime | None = None, limit: int = 50, goes_on: Callable[[], bool] = lambda: True
) -> dict[str, int]:
    """Delivers what is due at this instant. Gives counts: sent, waiting, held, again, gave_up.

    `goes_on` is asked before each letter: whoever has to stop, or to let others have a turn, says no."""
    told = now
    counts: Counter[str] = Counter(held=actions.hold_stale(now=told or timezone.now()))
    actions.wipe_due(now=told or timezone.now())
    with _way_out() as (channels, send):
        for _ in range(limit if channels else 0):
            letter = actions.claim_next(now=told or timezone.now(), channels=channels) if goes_on() else None
            if letter is None:
                break
            counts[_deliver(letter, send, told or timezone.now())] += 1
    return {name: counts[name] for name in ("sent", "waiting", "held", "again", "gave_up")}


@contextmanager
def _way_out() -> Iterator[tuple[list[str], Send]]:
    """Which channels have a way out, and how a letter takes it. Without a mail server letters wait."""
    if settings.KITH_DEMO:
        yield list(Letter.Channel.values), lambda letter, to: None
    elif settings.MAIL_URL:
        with Van(MailServer.at(settings.MAIL_URL)) as van:
            yield [Letter.Channel.EMAIL], lambda letter, to: van.take(envelope(letter, to))
    else:
        yield [], lambda letter, to: None


def _deliver(letter: Letter, send: Send, now: datetime) -> str:
    """One letter, to its end or to its next try. Gives the name of what became of it."""
    answer = gates.ask(letter)
    if isinstance(answer, gates.HoldBack):
        actions.hold_back(letter=letter, reason=answer.reason, now=now)
        return "held"
    if isinstance(answer, gates.Wait):
        actions.not_now(letter=letter, reason=answer.reason, again_after=answer.again_after, now=now)
        return "waiting"
    try:
        send(letter, answer.to)
    except (OSError, smtplib.SMTPException, ValueError) as problem:
        actions.not_sent(letter=letter, problem=_in_words(problem), now=now)
        log.warning("Letter %s was not taken: %s", letter.public_id, type(problem).__name__)
        return "gave_up" if letter.state == Letter.State.GAVE_UP else "again"
    actions.delivered(letter=letter, to=answer.to, now=now)
    return "sent"


def _in_words(problem: Exception) -> str:
    """What happened, for staff: a sentence, and the server's own words where it gave any."""
    if isinstance(problem, smtplib.SMTPRecipientsRefused):
        code, said = next(iter(problem.recipients.values()))
        return f"The mail server did not take this address ({_said(code, said)})."
    if isinstance(problem, smtplib.SMTPAuthenticationError):
        return "The mail server did not accept our name and password."
    if isinstance(problem, smtplib.SMTPResponseException):
        return f"The mail server did not take the letter ({_said(problem.smtp_code, problem.smtp_error)})."
    if isinstance(problem, OSError) and not isinstance(problem, smtplib.SMTPException):
        return "The mail server could not be reached."
    return f"The letter could not be handed over ({type(problem).__name__})."


def _said(code: int, words: bytes | str) -> str:
    text = words.decode(errors="replace") if isinstance(words, bytes) else words
    return f"{code} {' '.join(text.split())}"
