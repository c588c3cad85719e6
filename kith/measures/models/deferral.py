"""What was put off, and why."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kith.access.public_ids import PublicIdField

from .kept import Measure


class Deferral(models.Model):
    """Not today, or it does not fit. Any reason will do. A row is never edited: other words are another."""

    class Why(models.TextChoices):
        NOT_TODAY = "not today", "Not today"
        DOES_NOT_FIT = "does not fit", "It does not fit"
        OWN_WORDS = "own words", "In their own words"

    public_id = PublicIdField()
    individual = models.ForeignKey("people.Individual", models.PROTECT, related_name="put_off")
    measure = models.ForeignKey(Measure, models.PROTECT, related_name="put_off")
    why = models.CharField(max_length=12, choices=Why.choices)
    words = models.TextField(blank=True, default="")
    occasion = models.CharField(max_length=60)
    on = models.DateField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    typed_by_individual = models.BooleanField()
    recorded_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-recorded_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["individual", "measure", "occasion"],
                condition=Q(withdrawn_at__isnull=True),
                name="put_off_once_on_each_occasion",
            )
        ]

    def __str__(self):
        return self.words or self.get_why_display()
