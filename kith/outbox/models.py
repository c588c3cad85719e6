"""A letter that waits to leave, and what became of it."""

import secrets

from django.db import models

IS_WAITING = models.Q(state="waiting")
GOES_STALE = IS_WAITING & models.Q(goes_stale_at__isnull=False)
IS_LEAVING = models.Q(state="leaving")
IS_TO_BE_WIPED = models.Q(wipe_at__isnull=False)
ASKS_FOR_SOMEBODY = models.Q(state__in=("gave_up", "unsure", "came_back", "to_print"), seen_to_at=None)


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
        LEAVING = "leaving", "leaving now"
        SENT = "sent", "sent"
        IN_TRAY = "in the tray", "sent (in the demo’s tray)"
        TO_PRINT = "to_print", "to print and post"
        UNSURE = "unsure", "perhaps sent"
        HELD = "held", "held back"
        GAVE_UP = "gave_up", "could not be sent"
        CAME_BACK = "came_back", "came back"

    class PrintSize(models.TextChoices):
        USUAL = "", "usual"
        LARGE = "large", "large"
        LARGEST = "largest", "largest"

    public_id = models.CharField(max_length=40, unique=True, default=new_public_id, editable=False)
    kind = models.CharField(max_length=60)
    channel = models.CharField(max_length=10, choices=Channel.choices)
    to = models.CharField(max_length=254, blank=True, default="")  # on paper, several lines
    to_name = models.CharField(max_length=200, blank=True, default="")
    sender = models.CharField(max_length=254, blank=True, default="")  # "" for the usual one
    subject = models.CharField(max_length=200, blank=True, default="")
    body = models.TextField(blank=True, default="")
    made_of = models.TextField(blank=True, default="")  # what its gate makes the body of, when it leaves
    cause = models.CharField(max_length=200, blank=True, default="")
    individual_ref = models.CharField(max_length=40, blank=True, default="")  # a public id, no key
    message_id = models.CharField(max_length=200)  # the same at every try
    created_at = models.DateTimeField()
    not_before = models.DateTimeField(null=True, blank=True)
    goes_stale_at = models.DateTimeField(null=True, blank=True)
    state = models.CharField(max_length=12, choices=State.choices, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()
    leaving_at = models.DateTimeField(null=True, blank=True)  # when it was last handed over, or was about to be
    taken_on = models.CharField(max_length=40, blank=True, default="")  # which start of the machine last had it
    perhaps_twice = models.BooleanField(default=False)  # it was handed over again, not knowing of the first time
    last_problem = models.CharField(max_length=300, blank=True, default="")
    sent_at = models.DateTimeField(null=True, blank=True)
    arrived_at = models.DateTimeField(null=True, blank=True)  # as a provider said
    their_id = models.CharField(max_length=100, blank=True, default="")  # what a provider calls it
    seen_to_at = models.DateTimeField(null=True, blank=True)
    seen_to_by = models.CharField(max_length=100, blank=True, default="")
    once = models.CharField(max_length=120, null=True, blank=True, unique=True)  # posted once, however often asked
    tells = models.CharField(max_length=40, blank=True, default="")  # the account to be told when it does not arrive
    takes_replies = models.BooleanField(default=False)  # an answer to it finds what the letter is about
    is_news = models.BooleanField(default=False)  # an invitation or news: only for whoever asked for it
    stop_url = models.CharField(max_length=300, blank=True, default="")  # where news is stopped, by one press
    print_size = models.CharField(max_length=10, choices=PrintSize.choices, blank=True, default="")
    wipe_after_sending = models.BooleanField(default=False)
    wipe_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["channel", "next_try_at"], condition=IS_WAITING, name="letters_waiting_by_time"),
            models.Index(fields=["leaving_at"], condition=IS_LEAVING, name="letters_leaving"),
            models.Index(fields=["goes_stale_at"], condition=GOES_STALE, name="letters_going_stale"),
            models.Index(fields=["individual_ref"], name="letters_of_somebody"),
            models.Index(fields=["tells"], condition=ASKS_FOR_SOMEBODY, name="letters_for_an_account"),
            models.Index(fields=["message_id"], name="letters_by_message_id"),
            models.Index(fields=["wipe_at"], condition=IS_TO_BE_WIPED, name="letters_to_wipe"),
        ]

    def __str__(self):
        return f"{self.kind} ({self.get_state_display()})"

    @property
    def is_kept_whole(self) -> bool:
        """Whether its words are still here, so that it could be sent again."""
        return bool(self.body)

    @property
    def how_it_stands(self) -> str:
        """What became of it, for staff: whether it went, what was in the way, and what is not known."""
        stands = f"{self.get_state_display().capitalize()}."
        twice = "It may have arrived twice." if self.perhaps_twice else ""
        return " ".join(part for part in (stands, self.last_problem, twice) if part)
