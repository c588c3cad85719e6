"""Something went wrong with somebody's information: it was lost, changed, or where it should not be."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q

from kith.access.encryption import EncryptedTextField
from kith.access.public_ids import PublicIdField

ACCOUNT = {"to": settings.AUTH_USER_MODEL, "on_delete": models.PROTECT, "related_name": "+"}
WITHIN = timedelta(hours=72)  # Article 33(1) of the UK GDPR, from when somebody here noticed


class Breach(models.Model):
    """What happened, and what was decided: whether the Commissioner is told (Article 33), whether the people are
    (Article 34), and what is different now."""

    class Kind(models.TextChoices):
        SENT = "sent", "It went to the wrong person or place"
        SEEN = "seen", "Somebody saw it who should not have"
        LOST = "lost", "It is lost"
        CHANGED = "changed", "It was changed or removed"
        SHUT = "shut", "We could not get to it when it was needed"
        OTHER = "other", "Something else"

    public_id = PublicIdField()
    kind = models.CharField(max_length=8, choices=Kind.choices)
    happened = EncryptedTextField()
    noticed_at = models.DateTimeField()
    said_by = models.ForeignKey(**ACCOUNT)
    said_at = models.DateTimeField()
    how_many = models.CharField(max_length=200, blank=True, default="")  # about how many people and records
    could_come = EncryptedTextField(blank=True, default="")  # what could come of it for them
    commissioner_told = models.BooleanField(null=True, blank=True)
    commissioner_words = EncryptedTextField(blank=True, default="")
    commissioner_at = models.DateTimeField(null=True, blank=True)  # when this was decided
    commissioner_by = models.ForeignKey(null=True, blank=True, **ACCOUNT)
    people_told = models.BooleanField(null=True, blank=True)
    people_words = EncryptedTextField(blank=True, default="")
    people_at = models.DateTimeField(null=True, blank=True)
    people_by = models.ForeignKey(null=True, blank=True, **ACCOUNT)
    learnt = EncryptedTextField(blank=True, default="")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(null=True, blank=True, **ACCOUNT)

    class Meta:
        verbose_name_plural = "breaches"
        ordering = ["noticed_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="breach_ends_decided",
                condition=Q(closed_at=None)
                | ~Q(learnt="")
                & Q(commissioner_told__isnull=False, people_told__isnull=False, closed_by__isnull=False),
            ),
        ]

    def __str__(self):
        return f"information astray, noticed {self.noticed_at:%-d %B %Y}"

    @property
    def due_at(self) -> datetime:
        """By when it is decided whether the Commissioner is told."""
        return self.noticed_at + WITHIN


class BreachNote(models.Model):
    """What was done about it. Added to, never changed."""

    breach = models.ForeignKey(Breach, models.PROTECT, related_name="notes")
    words = EncryptedTextField()
    by = models.ForeignKey(**ACCOUNT)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self):
        return f"{self.breach}: done on {self.at:%-d %B %Y}"


class Touched(models.Model):
    """Somebody whose information it was, and what of it."""

    class Found(models.TextChoices):
        SAID = "said", "named by whoever said so"
        TRAIL = "trail", "found in the trail"
        LETTER = "letter", "found among letters"

    breach = models.ForeignKey(Breach, models.PROTECT, related_name="touched")
    individual = models.ForeignKey("people.Individual", models.PROTECT, related_name="touched_by_breaches")
    found = models.CharField(max_length=8, choices=Found.choices)
    what = models.TextField(blank=True, default="")  # kinds of records, by the titles of the matrix
    how_many = models.PositiveIntegerField(default=0)  # lines of the trail, or letters
    added_by = models.ForeignKey(**ACCOUNT)
    added_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "touched"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["breach", "individual"], name="touched_once_by_a_breach")]

    def __str__(self):
        return f"{self.individual}: {self.breach}"
