"""How a goal began: a half-formed wish, the options somebody thought of, and what became of each."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kith.access.public_ids import PublicIdField


class Wish(models.Model):
    """“I sort of want more exercise”: kept as it was said, with nothing asked about it."""

    public_id = PublicIdField()
    individual = models.ForeignKey("people.Individual", models.PROTECT, related_name="wishes")
    words = models.TextField()
    wished_on = models.DateField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    typed_by_individual = models.BooleanField()  # only then may it be shown as their own words
    put_away_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "wishes"
        ordering = ["wished_on", "pk"]

    def __str__(self):
        return self.words


class Option(models.Model):
    """One way a wish could come about. What was not chosen is kept beside what was."""

    class IdeaOf(models.TextChoices):
        INDIVIDUAL = "individual", "the individual"
        WORKER = "worker", "the worker"
        BOTH = "both", "both together"
        SOMEBODY = "somebody", "somebody else"

    class State(models.TextChoices):
        OPEN = "open", "Still open"
        CHOSEN = "chosen", "Chosen"
        SET_ASIDE = "set_aside", "Set aside"

    public_id = PublicIdField()
    wish = models.ForeignKey(Wish, models.PROTECT, related_name="options")
    words = models.TextField()
    idea_of = models.CharField(max_length=10, choices=IdeaOf.choices)
    thought_of_on = models.DateField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    typed_by_individual = models.BooleanField()
    state = models.CharField(max_length=9, choices=State.choices, default=State.OPEN)
    state_changed_on = models.DateField()
    why = models.TextField(blank=True, default="")  # why it was set aside, for whoever likes to say
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    decided_by_individual = models.BooleanField(default=False)  # only then is the why in their words

    class Meta:
        ordering = ["thought_of_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="option_decided_by_somebody",
                condition=Q(state="open") | Q(decided_by__isnull=False),
            ),
        ]

    def __str__(self):
        return self.words

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN

    @property
    def is_chosen(self) -> bool:
        return self.state == self.State.CHOSEN
