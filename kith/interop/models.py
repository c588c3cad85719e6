"""The address of somebody's own calendar: made by them, stopped by them, and never a sign-in."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kith.access.public_ids import PublicIdField


class Feed(models.Model):
    """One live address a person. Stopped, it opens nothing for ever; another one has another address."""

    class Reminder(models.IntegerChoices):
        HOUR = 60, "An hour before"
        DAY = 1440, "A day before"

    public_id = PublicIdField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="feeds")
    made_at = models.DateTimeField()
    stopped_at = models.DateTimeField(null=True, blank=True)
    last_fetched_on = models.DateField(null=True, blank=True)  # the day alone: not when, and not from where
    names_places = models.BooleanField(default=False)
    reminder = models.PositiveSmallIntegerField(choices=Reminder.choices, null=True, blank=True)  # minutes before

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user"], condition=Q(stopped_at__isnull=True), name="one_live_feed_each")
        ]

    def __str__(self):
        return f"calendar of {self.user}"
