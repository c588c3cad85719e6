"""What somebody writes for themself alone, and that their organisation offers them the place for it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kith.access.encryption import EncryptedTextField
from kith.access.public_ids import PublicIdField


class Entry(models.Model):
    """Read by whoever wrote it, and by nobody else in any circumstance. Encrypted; deleted, it is gone."""

    public_id = PublicIdField()
    individual = models.ForeignKey("people.Individual", models.PROTECT, related_name="diary")
    words = EncryptedTextField()
    written_at = models.DateTimeField()
    changed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "entries"
        ordering = ["-written_at", "-pk"]

    def __str__(self):
        return "diary entry"  # nothing of it is ever said by accident


class Offer(models.Model):
    """That diaries are offered here: who is answerable for people's safety and agreed, and who switched it on."""

    safety_lead = models.CharField(max_length=200)
    on_since = models.DateTimeField()
    switched_on_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    off_since = models.DateTimeField(null=True, blank=True)
    switched_off_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["on_since", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(safety_lead=""), name="diaries_offered_with_a_name"),
        ]

    def __str__(self):
        return f"diaries, since {self.on_since:%-d %B %Y}"
