"""Something that came in, exactly as it came, until it is made sense of."""

from django.db import models
from django.db.models import Q

from kith.access.public_ids import PublicIdField


class Arrival(models.Model):
    """One email or text. The row is written first and made sense of afterwards, as often as it takes."""

    class Way(models.TextChoices):
        EMAIL = "email", "Email"
        TEXT = "text", "Text message"

    class State(models.TextChoices):
        WAITING = "waiting", "waits to be made sense of"
        TAKEN_IN = "taken in", "became a message"
        AUTOMATIC = "automatic", "an automatic answer; nobody wrote it"
        CAME_BACK = "came back", "a letter of ours came back"
        NOBODY_READS = "nobody", "was sent where nobody reads; they were told"
        NOT_READ = "not read", "could not be read"

    public_id = PublicIdField()
    way = models.CharField(max_length=5, choices=Way.choices)
    known_as = models.CharField(max_length=200, unique=True)  # the sender's own name for it: fetched twice, kept once
    raw = models.BinaryField(null=True, blank=True)  # encrypted; gone once made sense of
    came_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()
    problem = models.CharField(max_length=300, blank=True, default="")
    message = models.ForeignKey("messaging.Message", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["next_try_at"], condition=Q(state="waiting"), name="arrivals_waiting")]

    def __str__(self):
        return f"{self.get_way_display()}, {self.get_state_display()}"


class MailboxMark(models.Model):
    """How far a mailbox was read: by the server's own numbers, whoever else has opened the mail there."""

    mailbox = models.CharField(max_length=64, unique=True)  # a digest of its address
    numbered_as = models.PositiveBigIntegerField()  # the server counts anew when this changes (UIDVALIDITY)
    last = models.PositiveBigIntegerField(default=0)

    def __str__(self):
        return f"read up to {self.last}"
