"""What messaging posts: a worker's words to the individual, a line that something arrived, a notice to a worker."""

import hashlib
from contextlib import suppress
from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from kith.access import clock
from kith.design.help_now import help_now
from kith.design.telling import day_words
from kith.outbox import queries as outbox
from kith.outbox.actions import NotPosted, post
from kith.people import actions as people
from kith.people.models import Individual, User
from kith.people.who_reads import Reader
from kith.people.wishes import wishes_of

from .models import Message

WORDS = "to individual: words"
ARRIVED = "to individual: it arrived"
THANKS = "to individual: thank you"
TO_SENDER = "to a sender: it arrived"
LINES = (ARRIVED, THANKS)  # what answers by itself
NOTICE = "to worker: a message"
OF_USE_FOR = timedelta(days=1)  # that it arrived
LINES_AN_HOUR = 5  # whatever somebody's machine answers to ours, it ends here
HOUR = timedelta(hours=1)


def post_words(message: Message, writer: User) -> None:
    """What the worker wrote, on its way to the individual in the way they like. An answer to it comes back to it."""
    assert message.individual is not None  # words go to somebody
    letter = people.write_to(
        message.individual,
        kind=WORDS,
        cause=f"words {message.public_id}",
        words=f"{writer.first_name}: {message.words}",
        once=f"words {message.public_id}",
        tells=writer.public_id,
        takes_replies=True,
    )
    message.letter = letter.public_id if letter else ""


def post_arrived(message: Message, reader: Reader, *, once: str) -> None:
    """One line: it arrived, who reads it, and when."""
    assert message.individual is not None  # only whom we know is told
    people.send_exactly(
        message.individual,
        kind=ARRIVED,
        cause=f"words {message.public_id}",
        body=_arrived(message.individual, reader),
        by_day=False,
        once=once,
        goes_stale_at=clock.now() + OF_USE_FOR,
    )


def _arrived(individual: Individual, reader: Reader) -> str:
    """Who else to ring is told only where a message may say what it is about: the numbers tell of themselves."""
    help_words = f"\n\n{help_now().in_a_letter}" if wishes_of(individual).says_words else ""
    return f"Your message has arrived. {reader.words}{help_words}"


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


def may_say_a_line(individual: Individual) -> bool:
    """Whether a line may go to them by itself: a few an hour, so that two machines never write to each other."""
    lately = outbox.about(individual.public_id).filter(kind__in=LINES, created_at__gt=clock.now() - HOUR)
    return lately.count() < LINES_AN_HOUR


def post_notice(user: User, message: Message) -> None:
    """There is something to read: no name, and not a word of it."""
    people.write_to_worker(
        user,
        kind=NOTICE,
        cause=f"words {message.public_id}",
        words="Somebody has written to you.",
        read_at=settings.PUBLIC_URL,
        once=f"notice {message.public_id} {user.public_id} {message.read_by_day or message.at:%d%m%H%M}",
    )
