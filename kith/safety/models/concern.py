"""Somebody is worried about somebody's safety."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kith.access.encryption import EncryptedTextField
from kith.access.public_ids import PublicIdField

ACCOUNT = {"to": settings.AUTH_USER_MODEL, "on_delete": models.PROTECT, "related_name": "+"}


class Concern(models.Model):
    """What was seen or heard, of whom, and what became of it. It has no number and no colour: people read it."""

    class SafeNow(models.TextChoices):
        YES = "yes", "Yes, as far as I know"
        HELP = "help", "Not yet, and help is on its way"
        UNKNOWN = "unknown", "I do not know"

    class Knows(models.TextChoices):
        YES = "yes", "Yes, they know"
        NOT_YET = "not yet", "Not yet"
        UNSAFE = "unsafe", "No, that could put somebody in danger"

    public_id = PublicIdField()
    individual = models.ForeignKey("people.Individual", models.PROTECT, null=True, blank=True, related_name="concerns")
    whom = EncryptedTextField(blank=True, default="")  # where it is about somebody without a notebook here
    team = models.ForeignKey("people.Team", models.PROTECT, null=True, blank=True, related_name="+")
    is_about_staff = models.BooleanField(default=False)  # the team's managers then do not see it
    saw = EncryptedTextField()
    safe_now = models.CharField(max_length=8, choices=SafeNow.choices)
    knows = models.CharField(max_length=8, choices=Knows.choices)  # that it is passed on, when it was
    raised_by = models.ForeignKey(null=True, blank=True, **ACCOUNT)
    said_by = EncryptedTextField(blank=True, default="")  # whoever wrote it without an account, as they said it
    raised_as = models.CharField(max_length=20)
    raised_at = models.DateTimeField()
    waits_for = models.ForeignKey(null=True, blank=True, **ACCOUNT)  # the lead whose turn it is
    waits_since = models.DateTimeField()
    climbed_at = models.DateTimeField(null=True, blank=True)  # no lead is left to ask, so administrators heard
    taken_by = models.ForeignKey(null=True, blank=True, **ACCOUNT)
    taken_at = models.DateTimeField(null=True, blank=True)
    told_on = models.DateField(null=True, blank=True)
    told_words = EncryptedTextField(blank=True, default="")  # what the individual reads
    told_by = models.ForeignKey(null=True, blank=True, **ACCOUNT)
    untold_because = EncryptedTextField(blank=True, default="")
    look_again_on = models.DateField(null=True, blank=True)  # at whether they can be told
    decided = EncryptedTextField(blank=True, default="")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(null=True, blank=True, **ACCOUNT)

    class Meta:
        ordering = ["raised_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="concern_is_about_somebody", condition=Q(individual__isnull=False) | ~Q(whom="")
            ),
            models.CheckConstraint(
                name="concern_came_from_somebody", condition=Q(raised_by__isnull=False) | ~Q(said_by="")
            ),
            models.CheckConstraint(
                name="concern_ends_with_what_was_decided",
                condition=Q(closed_at=None) | ~Q(decided="") & Q(closed_by__isnull=False, taken_by__isnull=False),
            ),
            models.CheckConstraint(
                name="concern_untold_has_a_reason_and_a_day",
                condition=Q(look_again_on=None, untold_because="")
                | Q(look_again_on__isnull=False) & ~Q(untold_because=""),
            ),
        ]

    def __str__(self):
        return f"worry about safety of {self.raised_at:%-d %B %Y}"

    @property
    def about(self) -> str:
        """Whom it is about, as it is said on a page."""
        return self.individual.called if self.individual else self.whom

    @property
    def came_from(self) -> str:
        """Who said so, as it is said on a page."""
        return self.raised_by.name if self.raised_by else self.said_by

    @property
    def is_settled(self) -> bool:
        """Whether they were told, or it is written why not. Somebody without a notebook has no page to read."""
        return self.individual_id is None or self.told_on is not None or bool(self.untold_because)
