"""What came in, before it is a message."""

from django.db.models import QuerySet

from kith.messaging.models import Arrival, MailboxMark


def not_read() -> QuerySet[Arrival]:
    """What could not be read after all its tries, kept as it came."""
    return Arrival.objects.filter(state=Arrival.State.NOT_READ, raw__isnull=False).order_by("came_at")


def not_fetched() -> QuerySet[Arrival]:
    """What a mail server would not hand over: it lies in the mailbox, and nothing of it is here."""
    return Arrival.objects.filter(state=Arrival.State.NOT_READ, raw__isnull=True).order_by("came_at")


def has_mark(mailbox: str) -> bool:
    """Whether this mailbox was read before. `mailbox`: the digest of its address."""
    return MailboxMark.objects.filter(mailbox=mailbox).exists()
