"""Posting: a letter is written in the transaction of whatever caused it."""

from datetime import datetime

from django.conf import settings
from django.utils import timezone

from kith.outbox import rules
from kith.outbox.models import Letter, new_public_id


class NotPosted(Exception):
    """The letter cannot be posted as it is. `str()` is a sentence for people."""


def post(
    *,
    kind: str,
    channel: str,
    to: str,
    body: str,
    subject: str = "",
    to_name: str = "",
    sender: str = "",
    cause: str = "",
    individual_ref: str = "",
    not_before: datetime | None = None,
    goes_stale_at: datetime | None = None,
    wipe_after_sending: bool = False,
    now: datetime | None = None,
) -> Letter:
    """Puts a letter in the outbox. Call it inside the action that causes it: both happen, or neither.

    Times are aware. Past `goes_stale_at` it is held back. Raises `NotPosted`.
    """
    reason = rules.cannot_post(channel=channel, to=to, to_name=to_name, sender=sender, subject=subject)
    if reason:
        raise NotPosted(reason)
    now = now or timezone.now()
    return Letter.objects.create(
        kind=kind,
        channel=channel,
        to=to,
        to_name=to_name,
        sender=sender,
        subject=subject,
        body=body,
        cause=cause,
        individual_ref=individual_ref,
        message_id=_message_id(sender or settings.MAIL_SENDER),
        created_at=now,
        not_before=not_before,
        goes_stale_at=goes_stale_at,
        next_try_at=max(now, not_before) if not_before else now,
        wipe_after_sending=wipe_after_sending,
    )


def _message_id(sender: str) -> str:
    """Names the sender's domain and nothing else: no machine, no service."""
    return f"<{new_public_id()}@{sender.rpartition('@')[2]}>"
