"""How often somebody wants to be reminded, and each reminder that was sent."""

from django.conf import settings
from django.db import models

from kith.access.public_ids import PublicIdField

from .response import Response

USUAL_MONTHS = 3


class MeasureWishes(models.Model):
    """How often an individual wants to be reminded to look how things are. Without a row it is the usual."""

    individual = models.OneToOneField("people.Individual", models.PROTECT, related_name="measure_wishes")
    months = models.PositiveSmallIntegerField(default=USUAL_MONTHS)
    stopped_at = models.DateTimeField(null=True, blank=True)  # “no more”
    chosen_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    chosen_by_individual = models.BooleanField()
    chosen_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "measure wishes"

    def __str__(self):
        return f"measures of {self.individual}"


class Nudge(models.Model):
    """One quiet reminder after one answer. No answer to it is an answer: there is no second one."""

    public_id = PublicIdField()
    after = models.OneToOneField(Response, models.PROTECT, related_name="nudge")  # the last thing they answered
    individual = models.ForeignKey("people.Individual", models.PROTECT, related_name="measure_nudges")
    letter = models.CharField(max_length=40, blank=True, default="")  # its public id in the outbox; "": no way to them
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["letter"], name="measure_nudges_by_letter")]

    def __str__(self):
        return f"reminded on {self.at:%Y-%m-%d}"
