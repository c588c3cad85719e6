"""What the team knows of places: never about the individual who went there."""

from django.conf import settings
from django.db import models

from kith.access.public_ids import PublicIdField


class Knowledge(models.Model):
    """One thing somebody in a team knows of a place. Staff read it; warm sentences go further."""

    class Kind(models.TextChoices):
        KNOWS_SOMEBODY = "knows somebody", "I know somebody there"
        HEARD_GOOD = "heard good", "I heard good things"
        WELCOME = "welcome", "They were welcoming"
        HELPED = "helped", "They helped"
        WORRY = "worry", "Something to look into"

    public_id = PublicIdField()
    activity = models.ForeignKey("directory.Activity", models.PROTECT, related_name="+")
    team = models.ForeignKey("people.Team", models.PROTECT, related_name="knowledge")
    kind = models.CharField(max_length=14, choices=Kind.choices)
    words = models.CharField(max_length=500, blank=True, help_text="For “knows somebody”: who, such as “Sam”.")
    heard_from = models.CharField(max_length=200, blank=True)
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    noted_on = models.DateField()

    class Meta:
        ordering = ["-noted_on", "-pk"]
        indexes = [models.Index(fields=["activity", "team"], name="knowledge_by_place_and_team")]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.words}"


class Check(models.Model):
    """Somebody saw that a listing is still true, when and how."""

    activity = models.ForeignKey("directory.Activity", models.PROTECT, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    on = models.DateField()
    how = models.CharField(max_length=100)

    class Meta:
        ordering = ["-on", "-pk"]

    def __str__(self):
        return f"{self.how}, {self.on}"


class Stayed(models.Model):
    """How many people of one team went to a place and went again: a number with nobody behind it."""

    activity = models.ForeignKey("directory.Activity", models.PROTECT, related_name="+")
    team = models.ForeignKey("people.Team", models.PROTECT, related_name="+")
    people = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "stayed"
        constraints = [models.UniqueConstraint(fields=["activity", "team"], name="stayed_once_a_place_and_team")]

    def __str__(self):
        return str(self.people)
