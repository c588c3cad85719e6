"""The page that stays: for how long a team keeps it open, who was told that it ends, and what was asked about it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kith.access.public_ids import PublicIdField

USUAL_MONTHS = 12


class Keeping(models.Model):
    """What one team says of moving on. Where there is no row, the usual holds."""

    team = models.OneToOneField("people.Team", models.PROTECT, related_name="keeping_of_pages")
    months = models.PositiveSmallIntegerField(null=True, blank=True, default=USUAL_MONTHS)  # None: as long as they like
    come_back = models.TextField(blank=True, default="")  # in the organisation's own words
    who = models.CharField(max_length=120, blank=True, default="")
    number = models.CharField(max_length=120, blank=True, default="")
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    said_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "keeping of pages"

    def __str__(self):
        return f"how long {self.team} keeps pages"

    @property
    def for_how_long(self) -> str:
        """“12 months”, or “as long as they like”."""
        if self.months is None:
            return "as long as they like"
        return "one month" if self.months == 1 else f"{self.months} months"


class Told(models.Model):
    """One thing the individual is told or asked by itself, once. Where no letter goes, somebody says it to them."""

    class Kind(models.TextChoices):
        MONTH = "month", "that their page ends in a month"
        WEEK = "week", "that their page ends in a week"
        ASKED = "asked", "how it goes, as they wanted to be asked"
        ENDED = "ended", "that they stopped working together"
        REPLY = "reply", "the answer to coming back"

    public_id = PublicIdField()
    individual = models.ForeignKey("people.Individual", models.PROTECT, related_name="told_of_moving_on")
    kind = models.CharField(max_length=5, choices=Kind.choices)
    on = models.DateField()  # the last day of the page, of working together, or of asking: put later, it is told anew
    at = models.DateTimeField()
    letter = models.CharField(max_length=40, blank=True, default="")  # its public id in the outbox; "": none goes
    wish = models.ForeignKey("PageWish", models.PROTECT, null=True, blank=True, related_name="+")  # that it answers
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    said_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "told"
        constraints = [models.UniqueConstraint(fields=["individual", "kind", "on"], name="told_once_of_moving_on")]

    def __str__(self):
        return f"{self.individual}: {self.get_kind_display()}"


class PageWish(models.Model):
    """What the individual asks of the team from their own page: longer, or to come back. Where coming back here cannot
    be, they hear why, and who can help."""

    class Kind(models.TextChoices):
        LONGER = "longer", "would like their page for longer"
        BACK = "back", "would like to come back"

    public_id = PublicIdField()
    individual = models.ForeignKey("people.Individual", models.PROTECT, related_name="page_wishes")
    kind = models.CharField(max_length=6, choices=Kind.choices)
    words = models.TextField(blank=True, default="")  # a few
    asked_at = models.DateTimeField()
    not_here = models.TextField(blank=True, default="")  # why it cannot be, as they read it; "": that was not said
    who_helps = models.TextField(blank=True, default="")
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["individual", "kind"], condition=Q(settled_at=None), name="one_open_wish_of_a_kind"
            )
        ]

    def __str__(self):
        return f"{self.individual} {self.get_kind_display()}"
