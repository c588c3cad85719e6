"""What the individual wishes of these pages: who writes, and which talking points may rest."""

from django.db import models

from kith.access.public_ids import PublicIdField


class WhoWrites(models.Model):
    """Whether the worker may write here too, as told. Only the individual says so."""

    public_id = PublicIdField()
    individual = models.OneToOneField("people.Individual", models.PROTECT, related_name="who_writes_people")
    worker_too = models.BooleanField(default=False)
    changed_on = models.DateField()

    class Meta:
        verbose_name_plural = "who writes"

    def __str__(self):
        return f"{self.individual}: {'both' if self.worker_too else 'the individual alone'}"


class SkippedPoint(models.Model):
    """A talking point somebody would rather not have. It rests until the next picture is kept."""

    public_id = PublicIdField()
    individual = models.ForeignKey("people.Individual", models.PROTECT, related_name="skipped_points")
    point = models.CharField(max_length=20)  # one of `points.Point`
    skipped_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(name="skipped_once", fields=["individual", "point"])]

    def __str__(self):
        return self.point
