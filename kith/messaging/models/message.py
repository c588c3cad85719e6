"""A message between meetings: what was written, what it is about, who reads it and by when."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from kith.access import clock
from kith.access.public_ids import PublicIdField

ABOUT = ("goal", "step", "introduction", "meeting")


class Message(models.Model):
    """What one of the two wrote to the other. Nothing here is written over; nothing reads the words."""

    class SaidBy(models.TextChoices):
        INDIVIDUAL = "individual", "the individual"
        TEAM = "team", "the worker, or whoever covers"
        HOST = "host", "the place"
        UNKNOWN = "unknown", "somebody we do not know yet"

    class Way(models.TextChoices):
        PAGE = "page", "typed here"
        EMAIL = "email", "by email"
        TEXT = "text", "by text message"
        LINK = "link", "through a link"
        TOLD = "told", "told, and written down"

    class State(models.TextChoices):
        WAITING = "waiting", "waits to be read"
        READ = "read", "was read"
        ANSWERED = "answered", "was answered"
        ASIDE = "aside", "was set aside"

    class Turn(models.IntegerChoices):
        WORKER = 0, "the worker"
        COVER = 1, "whoever covers"
        MANAGER = 2, "the manager"

    class Found(models.TextChoices):
        NOTHING = "", "nothing"
        WAITS = "waits", "waits for somebody to keep it"
        KEPT = "kept", "was kept"
        LEFT = "left", "was left"

    public_id = PublicIdField()
    individual = models.ForeignKey("people.Individual", models.PROTECT, null=True, blank=True, related_name="messages")
    team = models.ForeignKey("people.Team", models.PROTECT, null=True, blank=True, related_name="+")
    said_by = models.CharField(max_length=10, choices=SaidBy.choices)
    way = models.CharField(max_length=5, choices=Way.choices)
    words = models.TextField(blank=True, default="")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    typed_by_individual = models.BooleanField(default=False)  # they typed or sent it; only then are the words theirs
    told_by = models.CharField(max_length=100, blank=True, default="")  # who told it, where somebody wrote it down
    came_from = models.CharField(max_length=254, blank=True, default="")  # an address or number that is not theirs
    left_out = models.JSONField(default=list, blank=True)  # names of what came along and could not be kept
    at = models.DateTimeField()  # when it was written, or came in

    goal = models.ForeignKey("goals.Goal", models.PROTECT, null=True, blank=True, related_name="messages")
    step = models.ForeignKey("goals.Step", models.PROTECT, null=True, blank=True, related_name="messages")
    introduction = models.ForeignKey(
        "introductions.Introduction", models.PROTECT, null=True, blank=True, related_name="messages"
    )
    meeting = models.ForeignKey("conversations.Meeting", models.PROTECT, null=True, blank=True, related_name="told")
    answers = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="answered_with")
    letter = models.CharField(max_length=40, blank=True, default="")  # in the outbox: this one, or what it answers

    # The queue: whoever has it, and until when.
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    turn = models.PositiveSmallIntegerField(choices=Turn.choices, default=Turn.WORKER)
    read_by_day = models.DateTimeField(null=True, blank=True)  # unread past this, it is somebody else's turn
    sooner_at = models.DateTimeField(null=True, blank=True)  # “please look at this sooner”
    read_at = models.DateTimeField(null=True, blank=True)
    read_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    found = models.CharField(max_length=40, blank=True, default="")  # a result in the words, such as “27:40”
    found_is = models.CharField(max_length=5, choices=Found.choices, blank=True, default="")

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["individual", "-at"], name="messages_of_somebody"),
            models.Index(fields=["read_by_day"], condition=Q(state="waiting"), name="messages_waiting_by_time"),
        ]
        constraints = [
            models.CheckConstraint(
                name="message_of_somebody_or_for_a_team",
                condition=Q(individual__isnull=False) | Q(said_by="unknown"),
            ),
        ]

    def __str__(self):
        return f"message {self.public_id}"

    @property
    def is_waiting(self) -> bool:
        return self.state == self.State.WAITING

    @property
    def about(self):
        """What it is about: a goal, a step, an introduction or a meeting; None for anything else."""
        return self.goal or self.step or self.introduction or self.meeting

    @property
    def is_from_place(self) -> bool:
        """Whether a place wrote it about an introduction."""
        return self.said_by == self.SaidBy.HOST and self.introduction_id is not None

    @property
    def is_about_the_day(self) -> bool:
        """Whether a place wrote it on the day of a first visit, once it was asked: is it still on?"""
        is_of_today = timezone.localdate(self.at) == clock.today()
        return self.introduction is not None and is_of_today and self.introduction.is_about_today

    @property
    def is_from_individual(self) -> bool:
        return self.said_by == self.SaidBy.INDIVIDUAL


class Attachment(models.Model):
    """A picture that came along: bare pixels, sealed in a file that is named by the public id."""

    public_id = PublicIdField()
    message = models.ForeignKey(Message, models.PROTECT, related_name="attachments")
    name = models.CharField(max_length=100)  # as it was called, cleaned, for showing
    size = models.PositiveIntegerField()

    def __str__(self):
        return self.name
