"""How people and places were on one day: kept as it was, for looking back."""

from django.conf import settings
from django.db import models

from kith.access.public_ids import PublicIdField

from .connection import Connection
from .facts import Facts


class Picture(models.Model):
    """One day's picture. It is added, and never changed."""

    public_id = PublicIdField()
    individual = models.ForeignKey("people.Individual", models.PROTECT, related_name="pictures_of_life")
    taken_on = models.DateField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-taken_on", "-pk"]
        constraints = [models.UniqueConstraint(name="one_picture_a_day", fields=["individual", "taken_on"])]

    def __str__(self):
        return f"{self.taken_on:%d %B %Y}"


class Pictured(Facts):
    """One connection as it was on that day. Whether others may see it is asked of the connection, as it is now."""

    picture = models.ForeignKey(Picture, models.PROTECT, related_name="pictured")
    connection = models.ForeignKey(Connection, models.PROTECT, related_name="pictured")
    end = models.CharField(max_length=5, choices=Connection.End.choices, blank=True, default="")

    class Meta:
        verbose_name_plural = "pictured"
        ordering = ["circle", "name", "pk"]
        constraints = [models.UniqueConstraint(name="once_in_a_picture", fields=["picture", "connection"])]

    @property
    def is_remembered(self) -> bool:
        """Had died by then."""
        return self.end == Connection.End.DIED
