"""The address of somebody’s own calendar, which is never a sign-in; and that a plan left Kith."""

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


class PlanTaken(models.Model):
    """A person's plan left Kith. Rows are only ever added, and the individual reads them."""

    class Shape(models.TextChoices):
        PRSB = "prsb", "A page to read"
        FHIR = "fhir", "A file for another system"

    public_id = PublicIdField()
    individual = models.ForeignKey("people.Individual", models.PROTECT, related_name="plans_taken")
    shape = models.CharField(max_length=4, choices=Shape.choices)
    for_whom = models.CharField(max_length=200, blank=True, default="")  # "": their own copy, or the organisation's
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    taken_at = models.DateTimeField()

    class Meta:
        ordering = ["-taken_at", "-pk"]

    def __str__(self):
        return f"{self.get_shape_display()}: {self.individual}"
