"""What a worker keeps for themselves, for the next time. It can be asked for, and the page says so."""

from django.conf import settings
from django.db import models

from kith.access.encryption import EncryptedTextField
from kith.access.public_ids import PublicIdField

from .meeting import Meeting


class Reflection(models.Model):
    """How it went, for the one who wrote it."""

    public_id = PublicIdField()
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="reflections")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)
    words = EncryptedTextField()
    written_at = models.DateTimeField()
    sent_to_supervision_at = models.DateTimeField(null=True, blank=True)  # only the author sends it

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "author"], name="one_reflection_an_author")]

    def __str__(self):
        return f"on {self.meeting}"


class Prompt(models.Model):
    """“Before I see them again”: belongs to the next meeting, whenever that turns out to be, until ticked."""

    class Kind(models.TextChoices):
        BEFORE = "before", "Before I see them"
        OPEN_ABOUT = "open about", "Be open about"

    public_id = PublicIdField()
    individual = models.ForeignKey("people.Individual", models.PROTECT, related_name="prompts")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.BEFORE)
    words = models.CharField(max_length=500)
    written_at = models.DateTimeField()
    ticked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["written_at", "pk"]

    def __str__(self):
        return self.words


class Draft(models.Model):
    """A write-up being typed, kept on the server under a key. One for each writer and individual."""

    public_id = PublicIdField()
    individual = models.ForeignKey("people.Individual", models.PROTECT, related_name="drafts")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)
    typed = EncryptedTextField(blank=True, default="")  # the form's fields, as JSON
    opened_at = models.DateTimeField()
    saved_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=0)  # counts up at every save, so that a second page is noticed
    beside = EncryptedTextField(blank=True, default="")  # what another page held at the same time, as JSON

    class Meta:
        constraints = [models.UniqueConstraint(fields=["individual", "author"], name="one_write_up_draft_each")]

    def __str__(self):
        return f"draft on {self.individual}"


class BroughtIn(models.Model):
    """Old notes, brought in from before Kith by the worker who kept them. Encrypted, and in no search."""

    public_id = PublicIdField()
    individual = models.ForeignKey("people.Individual", models.PROTECT, related_name="brought_in")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)
    words = EncryptedTextField()
    brought_at = models.DateTimeField()
    put_away_at = models.DateTimeField(null=True, blank=True)  # kept, and no longer shown

    class Meta:
        ordering = ["-brought_at", "-pk"]

    def __str__(self):
        return f"brought in about {self.individual}"
