"""What a team is short of round here, and who of them looks into it. Nobody it was missing for stands here."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kith.access.public_ids import PublicIdField


class LookingInto(models.Model):
    """One gap that somebody took on, by its name alone; done when they say so. It may be taken on again."""

    public_id = PublicIdField()
    team = models.ForeignKey("people.Team", models.PROTECT, related_name="+")
    about = models.CharField(max_length=120)  # “interest: dance”, “barrier: transport”
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    since = models.DateField()
    done_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-since", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["team", "about"], condition=Q(done_on__isnull=True), name="one_looks_into_a_gap_at_a_time"
            )
        ]

    def __str__(self):
        return self.about
