"""Somebody who works here and is not to see one notebook."""

from django.conf import settings
from django.db import models

from kith.access.encryption import EncryptedTextField
from kith.access.public_ids import PublicIdField

from .relation import Relation


class KeptAway(models.Model):
    """Who said so, and why it was lifted. What keeps the door shut is the relation, for as long as it lives."""

    class Origin(models.TextChoices):
        ASKED = "asked", "The individual does not want them to see it"
        KNOWS = "knows", "They know each other, and said so"

    public_id = PublicIdField()
    relation = models.OneToOneField(Relation, models.PROTECT, related_name="kept_away")
    origin = models.CharField(max_length=8, choices=Origin.choices)
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    lifted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    lifted_why = EncryptedTextField(blank=True, default="")  # the individual reads it

    class Meta:
        verbose_name_plural = "kept away"

    def __str__(self):
        return f"{self.relation}: {self.origin}"
