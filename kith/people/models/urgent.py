"""Somebody of the team looked at a record they do not usually open, as something could not wait."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kith.access.encryption import EncryptedTextField
from kith.access.public_ids import PublicIdField

from .relation import Relation


class UrgentLook(models.Model):
    """Why it was opened, and what somebody else found who went over it. The door itself is the relation."""

    class Reason(models.TextChoices):
        DANGER = "danger", "Somebody may be in danger"
        ASKED = "asked", "They asked for help, and their worker is not here"
        CANNOT_WAIT = "cannot wait", "Something cannot wait, and their worker is not here"
        OTHER = "other", "Another reason, in my own words"

    class Found(models.TextChoices):
        RIGHT = "right", "It was right to look"
        TALK = "talk", "We talked about it, and would do it differently"
        NOT_RIGHT = "not right", "It was not right to look"

    public_id = PublicIdField()
    relation = models.OneToOneField(Relation, models.PROTECT, related_name="urgent_look")
    reason = models.CharField(max_length=12, choices=Reason.choices)
    words = EncryptedTextField()  # the individual reads them
    gone_over_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    gone_over_at = models.DateTimeField(null=True, blank=True)
    found = models.CharField(max_length=10, choices=Found.choices, blank=True, default="")
    found_words = EncryptedTextField(blank=True, default="")
    climbed_at = models.DateTimeField(null=True, blank=True)  # nobody went over it in time, and more people heard

    def __str__(self):
        return f"{self.relation}: {self.reason}"


class ToldLater(models.Model):
    """One look that the individual is not told of before a day. It takes two people, and it always ends."""

    public_id = PublicIdField()
    look = models.ForeignKey(UrgentLook, models.PROTECT, related_name="told_later")
    until = models.DateField()
    because = EncryptedTextField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    agreed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    agreed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "told later"
        constraints = [
            models.CheckConstraint(
                name="told_later_takes_two_people",
                condition=Q(agreed_by__isnull=True) | ~Q(agreed_by=F("asked_by")),
            )
        ]

    def __str__(self):
        return f"{self.look}, until {self.until}"
