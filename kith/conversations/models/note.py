"""What was said, as each of the two remembers it. Nothing here is ever written over."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kith.access.public_ids import PublicIdField

from .meeting import Meeting


class Note(models.Model):
    """The shared part, as written. A correction is a new one beside the old."""

    public_id = PublicIdField()
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="notes")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)
    number = models.PositiveSmallIntegerField(default=1)
    words = models.TextField()
    written_at = models.DateTimeField()
    shown_at = models.DateTimeField(null=True, blank=True)  # when the individual could first see it here
    waits_for_a_talk = models.BooleanField(default=False)  # to be shown after the two have talked about it
    offered_at = models.DateTimeField(null=True, blank=True)  # when they first had it open; not asked about again

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["meeting", "number"], name="note_versions_in_order")]
        indexes = [  # few wait, of very many
            models.Index(
                fields=["meeting"],
                condition=models.Q(shown_at=None, waits_for_a_talk=True),
                name="notes_waiting_for_a_talk",
            )
        ]

    def __str__(self):
        return f"{self.meeting} ({self.number})"


class Saying(models.Model):
    """Something the individual said, as the worker remembers it: never shown as the individual's own words."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="sayings")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)
    words = models.CharField(max_length=500)
    shown_at = models.DateTimeField(null=True, blank=True)

    def __str__(self):
        return self.words


class Account(models.Model):
    """The individual's answer to the shared part. The latest counts; all are kept."""

    class Answer(models.TextChoices):
        RIGHT = "right", "That’s right"
        DIFFERS = "differs", "Not how I remember it"
        LEFT = "left", "Leave it"

    public_id = PublicIdField()
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="accounts")
    note = models.ForeignKey(Note, models.PROTECT, related_name="accounts")
    answer = models.CharField(max_length=10, choices=Answer.choices)
    words = models.TextField(blank=True, default="")
    given_at = models.DateTimeField()

    class Meta:
        ordering = ["-given_at", "-pk"]
        indexes = [models.Index(fields=["meeting"], condition=Q(answer="differs"), name="accounts_that_differ")]

    def __str__(self):
        return f"{self.meeting}: {self.get_answer_display()}"


class Decision(models.Model):
    """Something that was decided, and who decided it, where that was said."""

    class DecidedBy(models.TextChoices):
        INDIVIDUAL = "individual", "the individual"
        WORKER = "worker", "the worker"
        BOTH = "both", "both together"
        OTHERS = "others", "somebody else"

    public_id = PublicIdField()
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="decisions")
    words = models.CharField(max_length=500)
    decided_by = models.CharField(max_length=10, choices=DecidedBy.choices, blank=True, default="")
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return self.words


class Feeling(models.Model):
    """How the meeting was for the individual, in one tap. The latest counts."""

    class How(models.TextChoices):
        GOOD = "good", "Good"
        ALL_RIGHT = "all right", "All right"
        HARD = "hard", "Hard"

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="feelings")
    how = models.CharField(max_length=10, choices=How.choices)
    is_private = models.BooleanField(default=False)  # then only the individual sees it
    given_at = models.DateTimeField()

    class Meta:
        ordering = ["-given_at", "-pk"]

    def __str__(self):
        return self.get_how_display()


class RecordCopy(models.Model):
    """The shared part was copied for the organisation's main record, as it stood then."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="copies")
    note = models.ForeignKey(Note, models.PROTECT, null=True, blank=True, related_name="copies")
    copied_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    copied_at = models.DateTimeField()
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["-copied_at", "-pk"]

    def __str__(self):
        return f"copy of {self.meeting}"
