"""What was done about a worry, who may read it besides, and to whom it was passed on. Added to, never changed."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kith.access.encryption import EncryptedTextField

from .concern import Concern

ACCOUNT = {"to": settings.AUTH_USER_MODEL, "on_delete": models.PROTECT, "related_name": "+"}


class ConcernNote(models.Model):
    """What was done, by whom."""

    concern = models.ForeignKey(Concern, models.PROTECT, related_name="notes")
    words = EncryptedTextField()
    by = models.ForeignKey(**ACCOUNT)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self):
        return f"{self.concern}: done on {self.at:%-d %B %Y}"


class OnIt(models.Model):
    """Somebody who reads this one worry, as whoever sees to it asked them."""

    concern = models.ForeignKey(Concern, models.PROTECT, related_name="on_it")
    user = models.ForeignKey(**ACCOUNT)
    by = models.ForeignKey(**ACCOUNT)
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "on it"
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["concern", "user"], condition=Q(ended_at=None), name="on_it_once")
        ]

    def __str__(self):
        return f"{self.user}: {self.concern}"


class PassedOn(models.Model):
    """What of it was told to whom outside. Without the person's agreement there is a reason."""

    concern = models.ForeignKey(Concern, models.PROTECT, related_name="passed_on")
    to_whom = EncryptedTextField()
    what = EncryptedTextField()
    on = models.DateField()
    agreed = models.BooleanField()
    because = EncryptedTextField(blank=True, default="")
    knows = models.BooleanField()  # whether the person was told that it was passed on
    unknown_because = EncryptedTextField(blank=True, default="")
    by = models.ForeignKey(**ACCOUNT)
    at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "passed on"
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="passed_on_with_agreement_or_a_reason", condition=Q(agreed=True) | ~Q(because="")
            ),
            models.CheckConstraint(
                name="passed_on_and_known_or_a_reason", condition=Q(knows=True) | ~Q(unknown_because="")
            ),
        ]

    def __str__(self):
        return f"{self.concern}: passed on {self.on:%-d %B %Y}"
