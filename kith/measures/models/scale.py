"""The five levels of a goal in somebody's own words, for Goal Attainment Scaling."""

from django.conf import settings
from django.db import models

from kith.access.public_ids import PublicIdField


class Scale(models.Model):
    """One version of a goal's levels. Other levels are another version; what was reached stays with the one it was
    said of."""

    public_id = PublicIdField()
    goal = models.ForeignKey("goals.Goal", models.PROTECT, related_name="scales")
    number = models.PositiveSmallIntegerField()  # of the version, from 1
    levels = models.JSONField()  # five sentences, from much less than expected to much more
    weight = models.PositiveSmallIntegerField(default=1)  # how much it counts beside other goals
    set_on = models.DateField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    typed_by_individual = models.BooleanField()
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["goal", "-number"]
        constraints = [models.UniqueConstraint(fields=["goal", "number"], name="scales_in_order")]

    def __str__(self):
        return f"{self.goal} ({self.number})"

    def words_of(self, level: int) -> str:
        """What this level (-2 to 2) means."""
        return self.levels[level + 2]
