"""Support that began or ended, with its day. It names no amount."""

from django.conf import settings
from django.db import models

from kith.access.public_ids import PublicIdField


class SupportChange(models.Model):
    """“Carol, full-time care co-ordinator” ended on a day; and what has been so from then on."""

    class Kind(models.TextChoices):
        BEGAN = "began", "It began"
        ENDED = "ended", "It ended"

    public_id = PublicIdField()
    individual = models.ForeignKey("people.Individual", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=5, choices=Kind.choices)
    who = models.CharField(max_length=200)
    then_words = models.CharField(max_length=500, blank=True, default="")
    on = models.DateField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    typed_by_individual = models.BooleanField()

    class Meta:
        ordering = ["on", "pk"]

    def __str__(self):
        return self.who
