"""Writing to an individual or a worker: one way each, for every module that has something to tell them."""

from datetime import datetime
from typing import TypedDict, Unpack

from django.conf import settings

from kith.access import clock
from kith.outbox.actions import NotPosted, post
from kith.outbox.models import Letter
from kith.people import reaching
from kith.people.models import Individual, User
from kith.people.polite import polite_moment


class More(TypedDict, total=False):
    """What may be said of such a letter besides; all of it may be left out."""

    once: str
    tells: str
    takes_replies: bool
    is_news: bool
    goes_stale_at: datetime | None


def write_to(
    individual: Individual,
    *,
    kind: str,
    cause: str,
    words: str = "",
    read_at: str = "",
    by_day: bool = True,
    channel: str = "",
    **more: Unpack[More],
) -> Letter | None:
    """A letter to them, in the way they like, within the action that causes it.

    `words` are what there is to say; by email and text they go along only where the individual allowed it, else
    one neutral line says that there is something to read at `read_at` (their own pages unless told). `kind` begins
    with “to individual:”. `by_day`: not in the evening. `channel`: the one they chose for this. None: no such way.
    """
    channel, to = reaching.reached_at(individual, channel)
    if not to:
        return None
    letter = {
        "kind": kind,
        "channel": channel,
        "to": to,
        "subject": reaching.SUBJECT if channel == "email" else "",
        "body": reaching.letter_words(individual, words, read_at or settings.PUBLIC_URL, channel),
        "individual_ref": individual.public_id,
        "not_before": polite_moment(clock.now()) if by_day else None,
    }
    return _posted(**letter, cause=cause, now=clock.now(), **more)


def write_to_worker(
    user: User, *, kind: str, cause: str, words: str, read_at: str = "", once: str = ""
) -> Letter | None:
    """An email to a worker, by day, that says what there is and where to read it. `kind` begins with “to worker:”.
    None: there is no way to reach them, or they would rather not be told."""
    if not (user.is_active and user.email):
        return None
    now = clock.now()
    return _posted(
        kind=kind,
        channel=Letter.Channel.EMAIL,
        to=user.email,
        subject=reaching.SUBJECT,
        body=f"{words}\n\nRead it here: {read_at or settings.PUBLIC_URL}",
        not_before=polite_moment(now),
        cause=cause,
        once=once or None,
        now=now,
    )


def _posted(**letter) -> Letter | None:
    """An address that cannot be written on a letter is no reason to stop what caused it."""
    try:
        return post(**letter)
    except NotPosted:
        return None
