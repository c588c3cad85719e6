"""A worker is away for a while, and somebody else is there instead."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kith.access.public_ids import PublicIdField


class Away(models.Model):
    """From the start of the first day to the end of the last one. Whoever covers is let in by relations of it."""

    public_id = PublicIdField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="times_away")
    first_day = models.DateField()
    last_day = models.DateField()
    covered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    words = models.CharField(max_length=300, blank=True, default="")  # for colleagues alone
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    ended_early_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "times away"
        constraints = [
            models.CheckConstraint(name="away_ends_after_it_begins", condition=Q(last_day__gte=F("first_day")))
        ]

    def __str__(self):
        return f"{self.user} away until {self.last_day}"

    @property
    def days(self) -> str:
        """From when to when, for comparing."""
        return f"{self.first_day} {self.last_day}"
