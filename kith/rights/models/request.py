"""What somebody asks about what is kept of them, and the time there is to answer."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kith.access.public_ids import PublicIdField


class Request(models.Model):
    """One thing asked for. The month begins on the day it came in, however it came in."""

    class Kind(models.TextChoices):
        COPY = "copy", "a copy of what is kept about them"
        CORRECT = "correct", "something put right"
        REMOVE = "remove", "what is kept about them removed"

    class Came(models.TextChoices):
        HERE = "here", "on their own page"
        TOLD = "told", "as told to a worker"
        LETTER = "letter", "by letter or email"
        SAID = "said", "as told to whoever looks after rights"

    class Outcome(models.TextChoices):
        DONE = "done", "done"
        PART = "part", "done in part"
        NOT = "not", "not done"
        TAKEN_BACK = "taken back", "taken back"

    public_id = PublicIdField()
    individual = models.ForeignKey("people.Individual", models.PROTECT, related_name="rights_requests")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    words = models.TextField(blank=True, default="")
    came = models.CharField(max_length=6, choices=Came.choices)
    received_on = models.DateField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    lead = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    longer_because = models.TextField(blank=True, default="")  # two months more, as it is a lot of work
    longer_said_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True, default="")
    answer = models.TextField(blank=True, default="")  # in words that the individual reads
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["received_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["individual", "kind"],
                condition=Q(ended_at=None) & ~Q(kind="correct"),
                name="asked_once_until_answered",
            ),
            models.CheckConstraint(
                condition=Q(longer_said_on=None, longer_because="")
                | Q(longer_said_on__isnull=False) & ~Q(longer_because=""),
                name="longer_only_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, outcome="") | Q(ended_at__isnull=False) & ~Q(outcome=""),
                name="ended_with_an_outcome",
            ),
        ]

    def __str__(self):
        return f"{self.individual}: {self.get_kind_display()}"

    @property
    def own_words(self) -> str:
        """As the individual's own page says what they asked for."""
        return OWN_WORDS[self.Kind(self.kind)]

    @property
    def is_open(self) -> bool:
        return self.ended_at is None

    @property
    def is_looked_through(self) -> bool:
        """Whether all that is kept of them is looked through for it just now."""
        return self.is_open and self.kind == self.Kind.COPY

    @property
    def is_longer(self) -> bool:
        return self.longer_said_on is not None

    @property
    def open_pause(self) -> "Pause | None":
        """What it waits for just now."""
        return next((each for each in self.pauses.all() if each.ends_on is None), None)


OWN_WORDS = {
    Request.Kind.COPY: "a copy of everything",
    Request.Kind.CORRECT: "something to be put right",
    Request.Kind.REMOVE: "it to be removed",
}


class Pause(models.Model):
    """The clock stands still: nobody could answer before this is known."""

    class Kind(models.TextChoices):
        IDENTITY = "identity", "to be sure who asks"
        CLARIFY = "clarify", "to know what is wanted"

    request = models.ForeignKey(Request, models.PROTECT, related_name="pauses")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    words = models.TextField()  # what is asked, as the individual reads it
    begins_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["begins_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["request"], condition=Q(ends_on=None), name="one_open_pause_each"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("begins_on")), name="pause_ends_after_it_begins"
            ),
            models.CheckConstraint(condition=~Q(words=""), name="pause_says_what_is_asked"),
        ]

    def __str__(self):
        return f"{self.request}: {self.get_kind_display()}"

    def days_until(self, today: date) -> int:
        """For how many days the clock stood still."""
        return ((self.ends_on or today) - self.begins_on).days
