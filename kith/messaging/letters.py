"""What messaging posts: a worker's words to the individual, a line that something arrived, a notice to a worker."""

from datetime import timedelta

from django.conf import settings

from kith.access import clock
from kith.design.help_now import help_now
from kith.people import actions as people
from kith.people.models import Individual, User
from kith.people.reaching import reached_at
from kith.people.who_reads import Reader
from kith.people.wishes import wishes_of

from .models import Message

WORDS = "to individual: words"
ARRIVED = "to individual: it arrived"
NOTICE = "to worker: a message"
OF_USE_FOR = timedelta(days=1)  # that it arrived


def post_words(message: Message, writer: User) -> None:
    """What the worker wrote, on its way to the individual in the way they like. An answer to it comes back to it."""
    assert message.individual is not None  # words go to somebody
    letter = people.write_to(
        message.individual,
        kind=WORDS,
        cause=f"words {message.public_id}",
        words=_signed(message, writer),
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
