"""Ways in that are not an account: a link for one purpose, and a printed card to sign in with."""

from django.conf import settings
from django.db import models

from kith.access.public_ids import PublicIdField

from .individual import Individual


class Link(models.Model):
    """A link somebody was given. It opens one page about one thing until it ends, and is never a sign-in."""

    class Purpose(models.TextChoices):
        VISIT = "visit", "the page before a meeting"
        HOST = "host", "the answer of a place"
        CHECK_IN = "check_in", "the answer to “did you go?”"
        HELPER = "helper", "the page of a helper"

    public_id = PublicIdField()
    purpose = models.CharField(max_length=10, choices=Purpose.choices)
    individual = models.ForeignKey(Individual, models.PROTECT, related_name="links")
    about = models.CharField(
        max_length=40
    )  # the public id of the meeting, the introduction, the question or the helper’s page
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    stopped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["about"], name="links_by_what_they_are_about")]

    def __str__(self):
        return f"{self.get_purpose_display()} of {self.individual}"


class SignInCard(models.Model):
    """A printed card with a code, for somebody without email. Only the code's fingerprint is kept."""

    public_id = PublicIdField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="cards")
    fingerprint = models.CharField(max_length=64, unique=True)
    printed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    printed_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    stopped_at = models.DateTimeField(null=True, blank=True)
    last_used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self):
        return f"card of {self.user}"
