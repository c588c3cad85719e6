"""What an introduction keeps of the first visit itself: who goes along, where they meet, whom to look for.

Nothing here is part of the agreed words. It stands on cards that may be left lying about, so it tells of no service.
"""

from datetime import date, timedelta

from django.db import models

from kith.access import clock

A_DAY = timedelta(days=1)


class StillOn(models.TextChoices):
    """Whether the place is asked that morning if it is still on, and how. Part of the agreed words."""

    NO = "", "Nobody asks"
    WRITE = "write", "By a short email"
    RING = "ring", "The worker rings"


class Going(models.Model):
    """All of it may stay empty."""

    along_with = models.ForeignKey(
        "people.Relation", models.PROTECT, null=True, blank=True, related_name="+", help_text="Of “also working with”."
    )
    meet_at = models.CharField(max_length=100, blank=True, default="", help_text="Such as “the bench by the door”.")
    look_for = models.CharField(max_length=100, blank=True, default="", help_text="Such as “a red jacket”.")
    ask_else = models.CharField(max_length=100, blank=True, default="", help_text="Who to ask for when they are away.")
    asks_for = models.CharField(
        max_length=13,
        blank=True,
        default="",
        help_text="A kind of report: what they would like, until a worker read it.",
    )
    still_on = models.CharField(max_length=5, choices=StillOn.choices, blank=True, default="")
    still_on_asked_on = models.DateField(null=True, blank=True, help_text="When the place was asked, or had answered.")
    called_off_on = models.DateField(
        null=True, blank=True, help_text="The day that is not to be, until another one is."
    )
    told_off_at = models.DateTimeField(null=True, blank=True, help_text="When the individual is known to know that.")
    rung_about_at = models.DateTimeField(null=True, blank=True, help_text="When the worker was told to ring about it.")
    ask_again_on = models.DateField(null=True, blank=True, help_text="When they chose to be asked: still going?")
    asked_again_on = models.DateField(null=True, blank=True, help_text="When they were, once.")
    held_words = models.TextField(
        blank=True, default="", help_text="What to expect, of the place, kept from the listing: it may name somebody."
    )

    class Meta:
        abstract = True

    @property
    def is_about_today(self) -> bool:
        """Whether the place was asked about the visit that is next, or has said that it is off: that morning, or the
        evening before one that begins early."""
        asked, today = self.still_on_asked_on, clock.today()
        if asked is None or not today - A_DAY <= asked <= today:
            return False
        return any(asked <= day <= asked + A_DAY and day >= today for day in self._days if day)

    @property
    def _days(self) -> tuple[date | None, date | None]:
        return self.first_visit_on, self.called_off_on  # type: ignore[attr-defined] - the day stands with the rest
