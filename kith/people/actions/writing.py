"""Writing to an individual, and to a worker: one way each, for every module that has something to tell them."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TypedDict, Unpack

from django.conf import settings

from kith.access import clock
from kith.outbox.actions import NotPosted, post
from kith.outbox.models import Letter
from kith.people import composing, quiet, reaching
from kith.people.models import Individual, User
from kith.people.polite import polite_moment
from kith.people.queries import worker_of
from kith.people.safe_hours import next_safe_moment
from kith.people.wishes import wishes_of
from kith.people.working_days import next_hearing

OF_USE_FOR = timedelta(days=7)  # a line to a worker: what it is about stands on their pages all the same


class More(TypedDict, total=False):
    """What may be said of such a letter besides; all of it may be left out."""

    once: str
    tells: str
    is_news: bool
    stop_url: str
    goes_stale_at: datetime | None


class Says(TypedDict):
    """How a letter ends."""

    takes_replies: bool
    pressing: str


def write_to(
    individual: Individual,
    *,
    kind: str,
    cause: str,
    words: str = "",
    read_at: str = "",
    by_day: bool = True,
    takes_replies: bool = False,
    channel: str = "",
    pressing: str = "",
    **more: Unpack[More],
) -> Letter | None:
    """A letter to them, in the way they like, within the action that causes it.

    `words` are what there is to say; by email and text they go along only where the individual allows it when it
    leaves, else one neutral line says that there is something to read. `read_at` is a page that opens without signing
    in; left out, it is their own pages, for whoever has an account. `kind` begins with “to individual:”. `by_day`: not
    in the evening, and never outside their safe hours. `takes_replies`: it says that it can be answered; every letter
    can, and what comes back is put to what `cause` names. `channel`: the one they chose for this, while it is safe.
    `pressing`: “It is about today.”, not “There is no rush.” None: no letter would help, or it rests as they moved on.
    """
    says: Says = {"takes_replies": takes_replies, "pressing": pressing}
    letter = reaching.written_to(individual, words, read_at=read_at, channel=channel, **says)
    if letter is None or quiet.rests(kind, individual):
        return None
    made_of = composing.made_anew(words, read_at, **says)
    about = {"individual_ref": individual.public_id, "takes_replies": True, "made_of": made_of}
    about["not_before"] = _by_day(individual) if by_day else None
    return _posted(kind=kind, cause=cause, **vars(letter), **about, **more)


def send_exactly(  # noqa: PLR0913 - keywords that read as a sentence
    individual: Individual,
    *,
    kind: str,
    cause: str,
    body: str,
    instead: str = "",
    by_day: bool = True,
    **more: Unpack[More],
) -> Letter | None:
    """Words that were shown before, word for word; whoever pressed saw where they go. Otherwise as `write_to`.

    Should the individual allow less by the time it leaves, `instead` goes; without it the letter stays here.
    """
    channel, to = reaching.reached_at(individual)
    if not to:
        return None
    way = {"channel": channel, "to": to, "subject": reaching.subject_of(channel)}
    about = {"individual_ref": individual.public_id, "takes_replies": True}
    about["not_before"] = _by_day(individual) if by_day else None
    about["made_of"] = composing.as_shown(individual, channel, instead)
    return _posted(kind=kind, cause=cause, body=body, **way, **about, **more)


def write_to_worker(  # noqa: PLR0913 - keywords that read as a sentence
    user: User,
    *,
    kind: str,
    cause: str,
    words: str,
    subject: str = reaching.TO_READ,
    read_at: str = "",
    once: str = "",
    before: datetime | None = None,
) -> Letter | None:
    """A message to a worker, in their hours: one line that names nobody, and where to read more. Its `subject` says
    what it is for. `kind` begins with “to worker:” and is told of in `kith.people.hearing`. What could not leave for
    days is of no use any more. `before` as for `next_hearing`. None: they switched such messages off, or have no
    email."""
    if kind in user.hears or not (user.is_active and user.email):
        return None
    body = f"{words.strip()}\n\n{read_at or settings.PUBLIC_URL}\n"
    leaves = next_hearing(clock.now(), user, before)
    letter = {"channel": "email", "to": user.email, "subject": subject, "body": body}
    return _posted(
        kind=kind,
        cause=cause,
        not_before=leaves,
        goes_stale_at=leaves + OF_USE_FOR,
        tells=user.public_id,
        **({"once": once} if once else {}),
        **letter,
    )


def tell_at_once(users: Iterable[User], *, kind: str, words: str, page: str, once: str, **letter: str) -> None:
    """One line to each of them that names nobody, and a page of ours; at whatever hour, once. `kind` is one of
    `hearing.AT_ONCE`; the letter's `cause` and `subject` are said besides."""
    body = f"{words}\n\n{settings.PUBLIC_URL}{page}\n"
    for user in users:
        about = {"once": f"{once} {user.public_id}", "tells": user.public_id}
        _posted(kind=kind, channel="email", to=user.email or "", body=body, **about, **letter)


def _by_day(individual: Individual) -> datetime:
    """The next moment that is safe for them, and not in the evening."""
    return next_safe_moment(wishes_of(individual), polite_moment(clock.now()))


def _posted(**letter) -> Letter | None:
    """An address that cannot be written on a letter is no reason to stop what caused it."""
    try:
        return post(now=clock.now(), **letter)
    except NotPosted:
        return None


def tell_their_worker(individual: Individual, *, kind: str, cause: str, words: str, subject: str) -> Letter | None:
    """The same to whoever works with this individual. None: nobody does, or as above."""
    worker = worker_of(individual)
    return write_to_worker(worker, kind=kind, cause=cause, words=words, subject=subject) if worker else None
