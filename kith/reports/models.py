"""What was told of a quarter: kept as it was prepared, so that nobody can look before and after."""

from django.db import models
from django.db.models import Q


class Kept(models.Model):
    """One report of one team, or of all teams where no team stands. Only what may be told is in it."""

    team = models.ForeignKey("people.Team", models.PROTECT, null=True, blank=True, related_name="+")
    begins_on = models.DateField()
    told = models.JSONField(default=dict)  # by the keys of `figures`: a rounded number, or why there is none
    made_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "kept"
        ordering = ["-begins_on"]
        constraints = [
            models.UniqueConstraint(fields=["team", "begins_on"], name="one_report_of_a_team_and_quarter"),
            models.UniqueConstraint(
                fields=["begins_on"], condition=Q(team__isnull=True), name="one_report_of_all_and_a_quarter"
            ),
        ]

    def __str__(self):
        return f"{self.team or 'all teams'} from {self.begins_on}"
