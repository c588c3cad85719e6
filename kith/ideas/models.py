"""What was suggested at the table, why, who had the idea, and what became of it."""

from django.conf import settings
from django.db import models

from kith.access.public_ids import PublicIdField


class Idea(models.Model):
    """One word on one thing to do. A change of mind adds a row; the latest counts."""

    class HadBy(models.TextChoices):
        INDIVIDUAL = "individual", "the individual"
        WORKER = "worker", "the worker"

    class State(models.TextChoices):
        KEPT = "kept", "Kept"
        SET_ASIDE = "set aside", "Not for them"
        BACK = "back", "Back on the table"

    public_id = PublicIdField()
    individual = models.ForeignKey("people.Individual", models.PROTECT, related_name="ideas")
    activity = models.ForeignKey("directory.Activity", models.PROTECT, related_name="+")
    had_by = models.CharField(max_length=10, choices=HadBy.choices)
    said_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        help_text="Who pressed the button.",
    )
    reasons = models.JSONField(default=list, blank=True, help_text="The sentences that stood beside it.")
    state = models.CharField(max_length=9, choices=State.choices)
    words = models.CharField(max_length=500, blank=True)
    said_on = models.DateField()

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["individual", "activity"], name="idea_by_person_and_activity")]

    def __str__(self):
        return f"{self.get_state_display()}: {self.activity}"

    @property
    def worker_who_had_it(self) -> str:
        """The first name of the worker whose idea it was; "" when it was nobody's in particular, or not looked for."""
        return (getattr(self, "had_by_name", None) or "").partition(" ")[0]


class KnownPlace(models.Model):
    """A place the individual knows of that may not be on the table yet, in words. A worker adds it, or it is let go."""

    public_id = PublicIdField()
    individual = models.ForeignKey("people.Individual", models.PROTECT, related_name="known_places")
    words = models.CharField(max_length=300)
    told_to = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", help_text="Who typed it.")
    typed_by_individual = models.BooleanField()  # only then may it be shown as their own words
    said_on = models.DateField()
    activity = models.ForeignKey("directory.Activity", models.PROTECT, null=True, blank=True, related_name="+")
    let_go_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self):
        return self.words

    @property
    def waits(self) -> bool:
        """Whether nobody has done anything about it yet."""
        return self.activity_id is None and self.let_go_on is None
