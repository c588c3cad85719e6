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
        PAPER = "paper", "said yes on paper"

    public_id = PublicIdField()
    individual = models.ForeignKey(Individual, models.PROTECT, related_name="shares")
    relation = models.ForeignKey(Relation, models.PROTECT, null=True, blank=True, related_name="shares")
    recipient = models.CharField(max_length=200)
    email = models.EmailField(max_length=254, blank=True, default="")  # of whoever was invited, until they came
    knows = models.CharField(max_length=20, blank=True, default="")  # how they know each other, a key of the file
    sections = models.JSONField(default=list, blank=True)  # rows of the matrix; empty for words alone
    picked = models.JSONField(default=list, blank=True)  # each thing, and the words it had when they said yes
    new_too = models.JSONField(default=list, blank=True)  # those of the sections in which new things are seen as well
    held_back = models.JSONField(default=list, blank=True)  # what is left out all the same
    talked_alone = models.BooleanField(default=False)  # a worker who wrote it down talked with them alone first
    words = models.TextField(blank=True, default="")  # exactly what the individual was shown
    purpose = models.CharField(max_length=300)
    how = models.CharField(max_length=10, choices=How.choices)
    told_to = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    asked_at = models.DateTimeField(null=True, blank=True)  # whether it is to go on, before it ends

    def __str__(self):
        return f"{self.individual}: {self.recipient}"

    @property
    def is_waiting(self) -> bool:
        """Whether somebody was invited and has not come yet."""
        return bool(self.email)

    @property
    def is_advocate(self) -> bool:
        return self.knows == "advocate"
