"""What was promised about a Personal Budget, and what the individual says to a decision. Added to, never edited."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kith.access.public_ids import PublicIdField

from .decision import Decision, Proposal


class Assurance(models.Model):
    """Who said what, and when. That something no longer holds is a further row, with who says so and why."""

    public_id = PublicIdField()
    individual = models.ForeignKey("people.Individual", models.PROTECT, related_name="+")
    words = models.TextField()
    said_by = models.CharField(max_length=200)
    said_on = models.DateField()
    no_longer = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="answers")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    typed_by_individual = models.BooleanField()

    class Meta:
        ordering = ["said_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="assurance_ends_once", fields=["no_longer"], condition=Q(no_longer__isnull=False)
            )
        ]

    def __str__(self):
        return self.words


class Answer(models.Model):
    """What the individual says to one decision, in their own words alone: that they see it differently, or what took
    the place of something it paid for. It keeps its own date. It may be said as soon as a letter was written down here:
    then it is about the proposal, and stands beside the decision that this becomes. Who has no account tells it, and
    somebody writes it down: a no alone, as a yes would end the days they have to say no."""

    class Kind(models.TextChoices):
        OBJECTION = "objection", "I do not agree"
        INSTEAD = "instead", "What I do instead now"
        SO = "so", "That is right"
        NOT_SO = "not so", "That is not so"

    public_id = PublicIdField()
    decision = models.ForeignKey(Decision, models.PROTECT, null=True, blank=True, related_name="answers")
    proposal = models.ForeignKey(Proposal, models.PROTECT, null=True, blank=True, related_name="answers")
    kind = models.CharField(max_length=9, choices=Kind.choices)
    words = models.TextField()
    said_on = models.DateField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    as_told = models.BooleanField(default=False)  # written down by somebody else, for who has no account

    class Meta:
        ordering = ["said_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="answer_is_about_one", condition=Q(decision__isnull=True) ^ Q(proposal__isnull=True)
            ),
            models.CheckConstraint(
                name="answer_told_is_a_no", condition=Q(as_told=False) | Q(kind__in=["objection", "not so"])
            ),
        ]

    def __str__(self):
        return self.words
