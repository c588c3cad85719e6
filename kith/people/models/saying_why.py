"""Why somebody read what their role reads only after saying so."""

from django.db import models

from kith.access.encryption import EncryptedTextField
from kith.access.public_ids import PublicIdField

from .relation import Relation


class SaidWhy(models.Model):
    """What they read for, on one day, in one notebook. The door itself is the relation."""

    class Purpose(models.TextChoices):
        SUPERVISION = "supervision", "Supervision of the worker"
        QUALITY = "quality", "A check of how we work"
        COMPLAINT = "complaint", "Somebody is not content, and asked me to look"
        COVER = "cover", "I see to something while the worker is away"
        OTHER = "other", "Something else"

    public_id = PublicIdField()
    relation = models.OneToOneField(Relation, models.PROTECT, related_name="said_why")
    purpose = models.CharField(max_length=12, choices=Purpose.choices)
    words = EncryptedTextField(blank=True, default="")  # for something else; the individual reads them

    class Meta:
        verbose_name_plural = "said why"

    def __str__(self):
        return f"{self.relation}: {self.purpose}"
