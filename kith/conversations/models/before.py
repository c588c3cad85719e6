"""What happens before a meeting: the message about it, a question asked first, and asking to meet sooner."""

from django.conf import settings
from django.db import models

from kith.access.public_ids import PublicIdField

from .meeting import Meeting


class VisitMessage(models.Model):
    """The few words that told the individual about a meeting, as the worker saw them before they went."""

    public_id = PublicIdField()
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="messages")
    link = models.ForeignKey("people.Link", models.PROTECT, null=True, blank=True, related_name="+")
    channel = models.CharField(max_length=10)  # of the outbox, or "print", or "said" by the worker
    words = models.TextField()
    letter = models.CharField(max_length=40, blank=True, default="")  # its public id in the outbox
    told_day = models.DateField(null=True, blank=True)  # as it stood then: a meeting may move
    told_time = models.TimeField(null=True, blank=True)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    posted_at = models.DateTimeField()

    class Meta:
        ordering = ["-posted_at", "-pk"]

    def __str__(self):
        return f"message about {self.meeting}"


class Asked(models.Model):
    """Something the individual asked: a question before a meeting, or to meet sooner."""

    class Kind(models.TextChoices):
        QUESTION = "question", "asked before the meeting"
        SOONER = "sooner", "would like to meet sooner"

    public_id = PublicIdField()
    individual = models.ForeignKey("people.Individual", models.PROTECT, related_name="asked")
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="asked")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    words = models.TextField(blank=True, default="")
    typed_by_individual = models.BooleanField()  # signed in as themselves; a link may be in anybody's hands
    through_link = models.BooleanField(default=False)
    pressed = models.BooleanField(default=False)  # a button: the words are Kith's, and nobody's own
    told_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    asked_at = models.DateTimeField()
    answer = models.TextField(blank=True, default="")
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["asked_at", "pk"]

    def __str__(self):
        return f"{self.individual} {self.get_kind_display()}"

    @property
    def in_plain(self) -> str:
        """What was asked, where it is not quoted; of a button it is said that it was one."""
        return f"Pressed: {self.words[:1].lower()}{self.words[1:]}" if self.pressed else self.words
