"""What messaging posts: a worker's words to the individual, a line that something arrived, a notice to a worker."""

import hashlib
from contextlib import suppress
from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from kith.access import clock
from kith.design.help_now import help_now
from kith.design.telling import day_words
from kith.outbox import queries as outbox
from kith.outbox.actions import NotPosted, post
from kith.people import actions as people
from kith.people.models import Individual, User
from kith.people.reaching import can_read_here, reached_at
from kith.people.who_reads import Reader
from kith.people.wishes import wishes_of

from .models import Message, WordToTeam

WORDS = "to individual: words"
ARRIVED = "to individual: it arrived"
THANKS = "to individual: thank you"
TO_SENDER = "to a sender: it arrived"
LINES = (ARRIVED, THANKS)  # what answers by itself
NOTICE, SOONER = "to worker: a message", "to worker: look sooner"
UNREAD = "to worker: nobody has read this"  # not told of in `hearing`: nobody switches it off
OF_USE_FOR = timedelta(days=1)  # that it arrived


def post_words(message: Message, writer: User) -> None:
    """What the worker wrote, on its way to the individual in the way they like. An answer to it comes back to it."""
    assert message.individual is not None  # words go to somebody
    letter = people.write_to(
        message.individual,
        kind=WORDS,
        cause=f"words {message.public_id}",
        words=_signed(message, writer),
        read_at=_own_messages(message.individual),
        once=f"words {message.public_id}",
        tells=writer.public_id,
        takes_replies=True,
    )
    message.letter = letter.public_id if letter else ""


def _signed(message: Message, writer: User) -> str:
    """On paper and in an email the name stands under the words, as in any letter; in a text there is no room under
    them."""
    channel, _ = reached_at(message.individual)
    if channel == "text":
        return f"{writer.first_name}: {message.words}"
    return f"{message.words}\n\n{writer.first_name}"


def post_arrived(message: Message, reader: Reader, *, once: str) -> None:
    """One line: it arrived, who reads it, and when."""
    assert message.individual is not None  # only whom we know is told
    neutral = f"Your message has arrived. {reader.words}"
    people.send_exactly(
        message.individual,
        kind=ARRIVED,
        cause=f"words {message.public_id}",
        body=f"{neutral}{_help_in(message.individual)}",
        instead=neutral,
        by_day=False,
        once=once,
        goes_stale_at=clock.now() + OF_USE_FOR,
    )


def _help_in(individual: Individual) -> str:
    """Who else to ring is told only where a message may say what it is about: the numbers tell of themselves."""
    return f"\n\n{help_now().in_a_letter}" if wishes_of(individual).says_words else ""


def post_arrived_to(address: str, message: Message) -> None:
    """One line to whoever wrote from an address that is nobody’s here: once a day at most, the same to everybody, and
    it names nobody. Only where our own mail server vouched for the address: else it would go to whom it is not from."""
    assert message.read_by_day is not None  # it waits for somebody
    day = day_words(timezone.localtime(message.read_by_day).date())
    named = hashlib.sha256(address.encode()).hexdigest()[:40]
    outgoing = {"sender": settings.INTRODUCTION_SENDER, "subject": "Your message", "takes_replies": True}
    with suppress(NotPosted):
        post(
            kind=TO_SENDER,
            channel="email",
            to=address,
            body=f"Your message has arrived. Somebody will read it by {day}.",
            cause="somebody wrote",
            once=f"arrived from {named} {clock.today().isoformat()}",
            now=clock.now(),
            **outgoing,
        )


def post_notice(user: User, message: Message | WordToTeam) -> None:
    """There is something to read: no name, and not a word of it. One that has not left yet stands for all."""
    if not outbox.waits_for_account(NOTICE, user.public_id):
        once = f"notice {message.public_id} {user.public_id} {_when(message)}"
        _post(user, message, NOTICE, subject="A message waits", words="Somebody has written to you.", once=once)


def post_unread(user: User, message: Message | WordToTeam) -> None:
    """Something waits that nobody has read: it went on to them, or there is nobody else."""
    once = f"unread {message.public_id} {user.public_id} {_when(message)}"
    says = {"subject": "A message waits", "words": "A message waits that nobody has read yet."}
    _post(user, message, UNREAD, once=once, **says)


def post_sooner(user: User, message: Message | WordToTeam) -> None:
    """Somebody asks for a message to be looked at sooner: a line of its own, whatever else waits to leave."""
    once = f"sooner {message.public_id} {user.public_id}"
    asks = "Somebody asks you to look sooner"
    _post(user, message, SOONER, subject=asks, words=f"{asks}.", once=once)


def _when(message: Message | WordToTeam) -> str:
    return f"{message.read_by_day or message.at:%d%m%H%M}"


def _post(user: User, message: Message | WordToTeam, kind: str, **says: str) -> None:
    about = {"kind": kind, "cause": f"words {message.public_id}", "read_at": _read_by(user, message)}
    people.write_to_worker(user, **about, **says)


def _read_by(user: User, message: Message | WordToTeam) -> str:
    """All that waits for them; a manager who may not read it sees on the first page that it waits."""
    return f"{settings.PUBLIC_URL}{reverse('messaging:inbox')}" if user == message.owner else settings.PUBLIC_URL


def _own_messages(individual: Individual) -> str:
    """Their own messages, for whoever has a page of their own. The address tells nothing of anybody."""
    page = reverse("messaging:messages_page", args=[individual.public_id])
    return f"{settings.PUBLIC_URL}{page}" if can_read_here(individual) else ""
