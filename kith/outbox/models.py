"""A letter that waits to leave, and what became of it."""

import secrets

from django.db import models

IS_WAITING = models.Q(state="waiting")


def new_public_id() -> str:
    """A random name for the address line; tells nothing and cannot be counted."""
    return secrets.token_hex(10)


class Letter(models.Model):
    """One letter to one person, by one channel. Written with its cause, sent after the commit."""

    class Channel(models.TextChoices):
        EMAIL = "email", "Email"
        TEXT = "text", "Text message"
        PRINT = "print", "To print and post"

    class State(models.TextChoices):
        WAITING = "waiting", "waiting to leave"
        SENT = "sent", "sent"
        IN_TRAY = "in the tray", "in the tray"
        HELD = "held", "held back"
        GAVE_UP = "gave_up", "could not be sent"

    public_id = models.CharField(max_length=40, unique=True, default=new_public_id, editable=False)
    kind = models.CharField(max_length=60)
    channel = models.CharField(max_length=10, choices=Channel.choices)
    to = models.CharField(max_length=254, blank=True, default="")
    to_name = models.CharField(max_length=200, blank=True, default="")
    sender = models.CharField(max_length=254, blank=True, default="")  # "" for the usual one
    subject = models.CharField(max_length=200, blank=True, default="")
    body = models.TextField(blank=True, default="")
    cause = models.CharField(max_length=200, blank=True, default="")
    individual_ref = models.CharField(max_length=40, blank=True, default="")  # a public id, no key
    message_id = models.CharField(max_length=200)  # the same at every try
    created_at = models.DateTimeField()
    not_before = models.DateTimeField(null=True, blank=True)
    goes_stale_at = models.DateTimeField(null=True, blank=True)
    state = models.CharField(max_length=12, choices=State.choices, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()
    last_problem = models.CharField(max_length=300, blank=True, default="")
    sent_at = models.DateTimeField(null=True, blank=True)
    once = models.CharField(max_length=120, null=True, blank=True, unique=True)  # posted once, however often asked
    tells = models.CharField(max_length=40, blank=True, default="")  # the account to be told when it does not arrive
    takes_replies = models.BooleanField(default=False)  # an answer to it finds what the letter is about
    is_news = models.BooleanField(default=False)  # an invitation or news: only for whoever asked for it
    wipe_after_sending = models.BooleanField(default=False)
    wipe_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["next_try_at"], condition=IS_WAITING, name="letters_waiting_by_time"),
            models.Index(fields=["wipe_at"], name="letters_to_wipe"),
        ]

    def __str__(self):
        return f"{self.kind} ({self.get_state_display()})"
