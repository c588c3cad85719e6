"""Somebody or something in an individual's life, and what was said of it before."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kith.access.public_ids import PublicIdField

from .facts import Facts


class Connection(Facts):
    """One person, group, place, activity or pet, as the individual sees it. Ended or died, it stays."""

    class End(models.TextChoices):
        ENDED = "ended", "Not here any more"
        DIED = "died", "Died"

    public_id = PublicIdField()
    individual = models.ForeignKey("people.Individual", models.PROTECT, related_name="connections")
    is_mine_alone = models.BooleanField(default=False)  # the individual alone sees it, in old pictures too
    added_on = models.DateField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    typed_by_individual = models.BooleanField()  # only then may it be shown as their own words
    end = models.CharField(max_length=5, choices=End.choices, blank=True, default="")
    ended_on = models.DateField(null=True, blank=True)
    put_away_on = models.DateField(null=True, blank=True)  # it was a mistake: shown nowhere, pictures included

    class Meta:
        ordering = ["circle", "name", "pk"]
        constraints = [
            models.CheckConstraint(name="connection_paid_is_a_person", condition=Q(is_paid=False) | Q(kind="person")),
            models.CheckConstraint(
                name="connection_ends_on_a_day",
                condition=Q(end="", ended_on__isnull=True) | (~Q(end="") & Q(ended_on__isnull=False)),
            ),
        ]

    @property
    def is_remembered(self) -> bool:
        """Who died stays, gently."""
        return self.end == self.End.DIED


class Before(Facts):
    """What was said of a connection until a day. Rows are added and never changed."""

    connection = models.ForeignKey(Connection, models.PROTECT, related_name="before")
    until = models.DateField()
    end = models.CharField(max_length=5, choices=Connection.End.choices, blank=True, default="")  # until it came back
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")  # whoever changed it

    class Meta:
        verbose_name_plural = "before"
        ordering = ["-until", "-pk"]
