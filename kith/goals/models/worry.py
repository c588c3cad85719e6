"""What worries somebody about one small step. It never holds the step up; it brings an offer."""

from django.conf import settings
from django.db import models

from kith.access.public_ids import PublicIdField

from .step import Step


class Worry(models.Model):
    """Seen by those who see what gets in the way, and by nobody else. The steps that ease it are `support`."""

    public_id = PublicIdField()
    step = models.ForeignKey(Step, models.PROTECT, related_name="worries")
    words = models.TextField()
    noted_on = models.DateField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    typed_by_individual = models.BooleanField()

    class Meta:
        verbose_name_plural = "worries"
        ordering = ["noted_on", "pk"]

    def __str__(self):
        return self.words
