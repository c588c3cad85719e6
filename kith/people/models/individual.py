"""The one whose life it is. Every private record hangs from here."""

from django.conf import settings
from django.db import models

from kith.access.public_ids import PublicIdField

from .user import Team


class Individual(models.Model):
    """A person being supported, with or without an account of their own."""

    class Channel(models.TextChoices):
        EMAIL = "email", "Email"
        TEXT = "text", "Text message"
        PHONE = "phone", "Phone call"
        LETTER = "letter", "Letter"
        IN_PERSON = "in person", "In person only"

    public_id = PublicIdField()
    called = models.CharField("the name they like", max_length=200)
    full_name = models.CharField(max_length=200, blank=True, default="")
    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True)
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True)
    email = models.EmailField(max_length=254, blank=True, default="")  # until they have an account with one
    phone = models.CharField(max_length=40, blank=True, default="")
    reached_by = models.CharField(max_length=10, choices=Channel.choices, default=Channel.EMAIL)
    sets_out_from = models.CharField(max_length=300, blank=True, default="")  # in words; the two below are where it is
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    carry_on_at = models.DateTimeField(
        null=True, blank=True
    )  # a closing conversation was begun: their page leads to it
    moved_on_at = models.DateTimeField(null=True, blank=True)  # nobody works with them since; the page stays theirs
    page_ends_on = models.DateField(null=True, blank=True)  # its last day then; None: for as long as they like
    is_quiet = models.BooleanField(default=False)  # moved on, and did not ask to be reminded of anything
    opened_from = models.CharField(
        max_length=40,
        null=True,
        blank=True,
        unique=True,
        help_text="The page it was opened from: sent twice, it opens one.",
    )

    def __str__(self):
        return self.called

    @property
    def written_to_at(self) -> str:
        """Their email address: that of their account, or the one their worker was given."""
        if self.user is None:
            return self.email
        return (self.user.email or self.email) if self.user.is_active else ""

    @property
    def near(self) -> tuple[float, float] | None:
        """Roughly where they set out from, for distances; None when they have not said."""
        if self.latitude is None or self.longitude is None:
            return None
        return self.latitude, self.longitude
