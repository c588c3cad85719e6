"""Small steps, and who takes them."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kith.access.public_ids import PublicIdField

from .goal import Goal


class Role(models.TextChoices):
    """Who takes a step: a part somebody plays, never an account, so that it outlives a change of worker."""

    INDIVIDUAL = "individual", "the individual"
    WORKER = "worker", "the worker"
    HELPER = "helper", "a helper"


class Helper(models.Model):
    """Somebody who lends a hand. Needs no account."""

    public_id = PublicIdField()
    individual = models.ForeignKey("people.Individual", models.PROTECT, related_name="helpers")
    name = models.CharField(max_length=200)
    how_they_help = models.TextField(blank=True, default="")
    has_time = models.CharField(max_length=200, blank=True, default="")  # “Saturday mornings”

    class Meta:
        ordering = ["name", "pk"]

    def __str__(self):
        return self.name


class Step(models.Model):
    """One small thing to do, towards a goal or by itself. Steps stand in an order."""

    public_id = PublicIdField()
    individual = models.ForeignKey("people.Individual", models.PROTECT, related_name="steps")
    goal = models.ForeignKey(Goal, models.PROTECT, null=True, blank=True, related_name="steps")
    words = models.TextField()
    position = models.PositiveIntegerField()
    owner = models.CharField(max_length=10, choices=Role.choices)
    helper = models.ForeignKey(Helper, models.PROTECT, null=True, blank=True, related_name="steps")
    # A worker's step goes along to the next worker, or is handed on to somebody else; whose words it was stays.
    promised_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    handed_on_from = models.CharField(max_length=10, choices=Role.choices, blank=True, default="")  # who said it first
    by_when = models.DateField(null=True, blank=True)
    eases = models.ForeignKey("goals.Worry", models.PROTECT, null=True, blank=True, related_name="support")
    activity = models.ForeignKey("directory.Activity", models.PROTECT, null=True, blank=True, related_name="+")
    set_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)
    done_by = models.CharField(max_length=10, choices=Role.choices, blank=True, default="")  # who said so

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="step_has_one_owner",
                condition=Q(owner="helper", helper__isnull=False)
                | Q(owner__in=["individual", "worker"], helper__isnull=True),
            ),
        ]

    def __str__(self):
        return self.words

    @property
    def is_done(self) -> bool:
        return self.done_on is not None
