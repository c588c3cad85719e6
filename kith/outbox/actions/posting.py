"""Posting: a letter is written in the transaction of whatever caused it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypedDict, Unpack

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from kith.outbox import queries, rules
from kith.outbox.models import Letter, new_public_id


class NotPosted(Exception):
    """The letter cannot be posted as it is. `str()` is a sentence for people."""


class Details(TypedDict, total=False):
    """What may be said of a letter besides what it says; all of it may be left out. Times are aware."""

    subject: str
    made_of: str
    to_name: str
    sender: str
    cause: str
    individual_ref: str
    not_before: datetime | None
    goes_stale_at: datetime | None
    once: str
    tells: str
    takes_replies: bool
    is_news: bool
    stop_url: str
    wipe_after_sending: bool


def post(
    *, kind: str, channel: str, to: str, body: str, now: datetime | None = None, **details: Unpack[Details]
) -> Letter:
    """Puts a letter in the outbox. Call it inside the action that causes it: both happen, or neither.

    Past `goes_stale_at` it is held back. `once` names a cause that posts one letter, ever: asked again, it gives
    that letter. `made_of` is for its gate alone: what it makes the body of anew, at the last moment. It is wiped
    with the body. `tells` names the account that is told when it does not arrive. News needs a `stop_url`. On paper
    `to` has several lines. Raises `NotPosted`.
    """
    once = details.pop("once", "") or None
    if already := _posted_once(once):
        return already
    to = "\n".join(to.splitlines()) if channel == Letter.Channel.PRINT else to
    if reason := rules.cannot_post(channel=channel, to=to, **details):
        raise NotPosted(reason)
    now = now or timezone.now()
    message_id = _message_id(details.get("sender", "") or settings.MAIL_SENDER)
    first_try = max(now, details.get("not_before") or now)
    written = {"kind": kind, "channel": channel, "to": to, "body": body, "created_at": now, "once": once}
    return _written(**written, **details, message_id=message_id, next_try_at=first_try)


@contextmanager
def posted_together(once: Iterable[str] = ()) -> Iterator[None]:
    """Letters that are posted within are written at its end, all at once, for a sweep that posts many. `once`: the
    causes among them that post one letter, ever. What somebody else posted meanwhile undoes all of it."""
    waiting = _Together({letter.once: letter for letter in queries.posted_for(once)})
    token = _together.set(waiting)
    try:
        yield
    finally:
        _together.reset(token)
    Letter.objects.bulk_create(waiting.letters)


@dataclass
class _Together:
    """Letters that wait to be written, and those that were posted before for causes that post one."""

    posted: dict[str | None, Letter]
    letters: list[Letter] = field(default_factory=list)

    def write(self, letter: Letter) -> Letter:
        self.letters.append(letter)
        self.posted[letter.once or ""] = letter
        return letter


_together: ContextVar[_Together | None] = ContextVar("letters_together", default=None)


def _posted_once(once: str | None) -> Letter | None:
    together = _together.get()
    return together.posted.get(once) if together and once else queries.posted_once(once)


def _written(**letter) -> Letter:
    """Two that post for the same cause at the same moment post one letter."""
    if together := _together.get():
        return together.write(Letter(**letter))
    if letter["once"] is None:
        return Letter.objects.create(**letter)
    try:
        with transaction.atomic():
            return Letter.objects.create(**letter)
    except IntegrityError:
        if already := queries.posted_once(letter["once"]):
            return already
        raise


def _message_id(sender: str) -> str:
    """Names the sender's domain and nothing else: no machine, no service."""
    return f"<{new_public_id()}@{sender.rpartition('@')[2]}>"
