"""The filled form as it stood at one moment, whether the individual has looked at it, and where it went."""

from django.conf import settings
from django.db import models

from kith.access.public_ids import PublicIdField

from .filling import Filling


class Edition(models.Model):
    """Never changed. Another answer makes another edition, to be looked at again."""

    public_id = PublicIdField()
    filling = models.ForeignKey(Filling, models.PROTECT, related_name="editions")
    number = models.PositiveSmallIntegerField()
    answers = models.JSONField()  # [link id, place, value] of each answer
    lines = models.JSONField()  # the same in words: number, question, answer, where it came from
    digest = models.CharField(max_length=64)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["filling", "number"], name="editions_in_order")]

    def __str__(self):
        return f"{self.filling} ({self.number})"


class Showing(models.Model):
    """The individual has seen this edition, or would rather not look. Nothing is taken from Kith without one."""

    class How(models.TextChoices):
        HERE = "here", "They read it here"
        TOGETHER = "together", "We read it together"
        PAPER = "paper", "They read it on paper"
        DECLINED = "declined", "They would rather not look"

    edition = models.OneToOneField(Edition, models.PROTECT, related_name="showing")
    how = models.CharField(max_length=10, choices=How.choices)
    told_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    told_at = models.DateTimeField()
    as_told = models.BooleanField(default=False)  # somebody else wrote it down for them

    def __str__(self):
        return self.get_how_display()


class Outcome(models.Model):
    """What the individual says to an edition. The latest counts; all are kept."""

    class Says(models.TextChoices):
        AGREES = "agrees", "That’s right"
        CHANGE = "change", "Something should be different"

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="outcomes")
    says = models.CharField(max_length=10, choices=Says.choices)
    words = models.TextField(blank=True, default="")
    said_at = models.DateTimeField()
    told_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    as_told = models.BooleanField(default=False)

    class Meta:
        ordering = ["-said_at", "-pk"]

    def __str__(self):
        return self.get_says_display()


class Otherwise(models.Model):
    """“I see it differently”, in the individual's own words: from then on it goes with the form wherever it goes."""

    filling = models.ForeignKey(Filling, models.PROTECT, related_name="otherwise")
    link_id = models.CharField(max_length=255, blank=True, default="")  # "": about the form as a whole
    words = models.TextField()
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    as_told = models.BooleanField(default=False)

    class Meta:
        ordering = ["written_at", "pk"]

    def __str__(self):
        return self.words


class Taken(models.Model):
    """An edition left Kith. It hangs from the showing: what was not shown has nothing to hang from."""

    class Shape(models.TextChoices):
        PDF = "pdf", "PDF"
        WORDS = "words", "Words to paste"
        FHIR = "fhir", "A file for another system"

    showing = models.ForeignKey(Showing, models.PROTECT, related_name="taken")
    shape = models.CharField(max_length=10, choices=Shape.choices)
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    taken_at = models.DateTimeField()

    class Meta:
        ordering = ["-taken_at", "-pk"]

    def __str__(self):
        return self.get_shape_display()
