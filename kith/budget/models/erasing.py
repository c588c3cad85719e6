"""That everything written down about one individual's money is being erased: the only time a row of it may go."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class Erasing(models.Model):
    """Stands while it is done, in one transaction: without it the database lets none of these rows go. It comes by two
    people, and goes itself only when nothing is left, so that nobody takes out one letter and keeps the others."""

    individual = models.OneToOneField("people.Individual", models.PROTECT, related_name="+")
    because = models.TextField()
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    agreed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="erasing_by_two_people", condition=~Q(begun_by=F("agreed_by"))),
        ]

    def __str__(self):
        return f"erasing, {self.begun_at:%Y-%m-%d}"
