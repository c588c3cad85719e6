"""The trail: what was done and read, by whom, in chains that show any change made afterwards."""

from django.db import models


class ChainHead(models.Model):
    """The last link of a chain: one chain for the install, and one for each individual (by public id)."""

    chain = models.CharField(max_length=40, unique=True)
    sequence = models.PositiveBigIntegerField(default=0)
    link = models.CharField(max_length=64, default="")

    def __str__(self):
        return self.chain


class TrailEntry(models.Model):
    """One line. Names nobody: public ids and roles only, and no keys into other tables."""

    chain = models.CharField(max_length=40)
    sequence = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    who = models.CharField(max_length=60)
    acting_as = models.CharField(max_length=20)
    what = models.CharField(max_length=120)
    about = models.CharField(max_length=80, default="", blank=True)
    is_reading = models.BooleanField(default=False)
    detail = models.TextField(default="", blank=True)  # may be blanked; the digest stays
    digest = models.CharField(max_length=64)
    link = models.CharField(max_length=64)

    class Meta:
        ordering = ["chain", "sequence"]
        constraints = [models.UniqueConstraint(fields=["chain", "sequence"], name="trail_one_line_a_number")]

    def __str__(self):
        return f"{self.chain} {self.sequence}: {self.what}"
