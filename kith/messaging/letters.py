"""What messaging posts: a worker's words to the individual, a line that something arrived, a notice to a worker."""

from datetime import timedelta

from django.conf import settings
from django.urls import reverse

from kith.access import clock
from kith.design.help_now import help_now
from kith.outbox import queries as outbox
from kith.people import actions as people
from kith.people.models import Individual, User
from kith.people.reaching import can_read_here
from kith.people.who_reads import Reader
from kith.people.wishes import wishes_of

from .models import Message

WORDS = "to individual: words"
ARRIVED = "to individual: it arrived"
NOTICE, SOONER = "to worker: a message", "to worker: look sooner"
OF_USE_FOR = timedelta(days=1)  # that it arrived


def post_words(message: Message, writer: User) -> None:
    """What the worker wrote, on its way to the individual in the way they like. An answer to it comes back to it."""
    assert message.individual is not None  # words go to somebody
    letter = people.write_to(
        message.individual,
        kind=WORDS,
        cause=f"words {message.public_id}",
        words=f"{writer.first_name}: {message.words}",
        read_at=_own_messages(message.individual),
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


def post_notice(user: User, message: Message) -> None:
    """There is something to read: no name, and not a word of it. One that has not left yet stands for all."""
    if outbox.waits_for_account(NOTICE, user.public_id):
        return
    people.write_to_worker(
        user,
        kind=NOTICE,
        cause=f"words {message.public_id}",
        subject="A message waits",
        words="Somebody has written to you.",
        read_at=_read_by(user, message),
        once=f"notice {message.public_id} {user.public_id} {message.read_by_day or message.at:%d%m%H%M}",
    )


def post_sooner(user: User, message: Message) -> None:
    """Somebody asks for a message to be looked at sooner: a line of its own, whatever else waits to leave."""
    people.write_to_worker(
        user,
        kind=SOONER,
        cause=f"words {message.public_id}",
        subject="Somebody asks you to look sooner",
        words="Somebody asks you to look sooner.",
        read_at=_read_by(user, message),
        once=f"sooner {message.public_id} {user.public_id}",
    )


def _read_by(user: User, message: Message) -> str:
    """All that waits for them; a manager who may not read it sees on the first page that it waits."""
    return f"{settings.PUBLIC_URL}{reverse('messaging:inbox')}" if user == message.owner else settings.PUBLIC_URL


def _own_messages(individual: Individual) -> str:
    """Their own messages, for whoever has a page of their own. The address tells nothing of anybody."""
    page = reverse("messaging:messages_page", args=[individual.public_id])
    return f"{settings.PUBLIC_URL}{page}" if can_read_here(individual) else ""
