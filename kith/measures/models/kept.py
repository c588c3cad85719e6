"""Packs as their files were loaded."""

from datetime import date

from django.db import models

from kith.access.public_ids import PublicIdField

KIND_LETTERS = 20


class Measure(models.Model):
    """One version of a small measure. Its file is kept as it was loaded, and never changes; it is on or off."""

    public_id = PublicIdField()
    url = models.CharField(max_length=500)
    version = models.CharField(max_length=100)
    title = models.CharField(max_length=300)
    kind = models.CharField(max_length=KIND_LETTERS)  # see `packs.KINDS`
    questions = models.PositiveSmallIntegerField()
    holder = models.CharField(max_length=300)
    last_day = models.DateField(null=True, blank=True)  # of its licence; None: it does not end
    content = models.TextField()
    digest = models.CharField(max_length=64)
    loaded_at = models.DateTimeField()
    loaded_by = models.CharField(max_length=200)  # who, in words: the command line has no account
    on_since = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["title", "url", "-loaded_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["url", "version"], name="one_measure_of_each_version"),
            models.UniqueConstraint(
                fields=["url"], condition=models.Q(on_since__isnull=False), name="one_version_of_a_measure_is_on"
            ),
        ]

    def __str__(self):
        return f"{self.title}, version {self.version}"

    def has_ended(self, today: date) -> bool:
        """Whether the licence is over."""
        return self.last_day is not None and self.last_day < today
