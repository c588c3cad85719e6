"""One row, one share: what the individual agreed that somebody may know, for one purpose and a time."""

from django.conf import settings
from django.db import models

from kith.access.public_ids import PublicIdField

from .individual import Individual
from .relation import Relation


class Share(models.Model):
    """An agreement the individual gave, in words they saw. Revoking it is one press."""

    class How(models.TextChoices):
        HERE = "here", "said yes here, with the worker"
        HANDED = "handed", "pressed yes on the worker’s screen"
        IN_KITH = "in kith", "pressed yes themselves"

    public_id = PublicIdField()
    individual = models.ForeignKey(Individual, models.PROTECT, related_name="shares")
    relation = models.ForeignKey(Relation, models.PROTECT, null=True, blank=True, related_name="shares")
    recipient = models.CharField(max_length=200)
    sections = models.JSONField(default=list, blank=True)  # rows of the matrix; empty for words alone
    words = models.TextField(blank=True, default="")  # exactly what the individual was shown
    purpose = models.CharField(max_length=300)
    how = models.CharField(max_length=10, choices=How.choices)
    told_to = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    def __str__(self):
        return f"{self.individual}: {self.recipient}"
