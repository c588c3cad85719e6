"""What gets in the way of a goal, and what was tried. One sentence is enough; all the rest may be added or left."""

from django.conf import settings
from django.db import models

from kith.access.public_ids import PublicIdField

from .goal import Goal


class Barrier(models.Model):
    """What gets in the way, in words, and what was tried. A row of the matrix of its own says who sees it."""

    class Kind(models.TextChoices):
        CONFIDENCE = "confidence", "Confidence"
        STIGMA = "stigma", "What others think"
        TRANSPORT = "transport", "Getting there"
        MONEY = "money", "Money"
        HEALTH = "health", "Health"
        ACCESS = "access", "Getting in or around"
        INFORMATION = "information", "Not knowing enough"
        TIME = "time", "Time"
        SYSTEM = "system", "The system, or benefits"
        OTHER = "other", "Something else"

    class Whose(models.TextChoices):
        """Where it lies, so that nobody is asked to get over what is not theirs."""

        INDIVIDUAL = "individual", "With the person"
        WORKER = "worker", "With the worker"
        ORGANISATION = "organisation", "With the organisation"
        COMMUNITY = "community", "In the community"

    class Helped(models.TextChoices):
        YES = "yes", "Yes"
        A_LITTLE = "a little", "A little"
        NOT_YET = "not yet", "Not yet"

    public_id = PublicIdField()
    goal = models.ForeignKey(Goal, models.PROTECT, related_name="barriers")
    words = models.TextField()
    tried = models.TextField(blank=True, default="")  # by the time it was noted; what came later are attempts
    kind = models.CharField(max_length=11, choices=Kind.choices, blank=True, default="")
    whose = models.CharField(max_length=12, choices=Whose.choices, blank=True, default="")
    helped = models.CharField(max_length=8, choices=Helped.choices, blank=True, default="")
    noted_on = models.DateField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    typed_by_individual = models.BooleanField()

    class Meta:
        ordering = ["noted_on", "pk"]

    def __str__(self):
        return self.words

    @property
    def in_short(self) -> str:
        """“Money, in the community”: what was said of it besides the words; "" where nothing was."""
        whose = self.get_whose_display()
        if not self.kind:
            return whose
        return f"{self.get_kind_display()}, {whose[:1].lower()}{whose[1:]}" if whose else self.get_kind_display()


class Attempt(models.Model):
    """Something that was tried since. Rows are added, and each has the words of whoever wrote it."""

    barrier = models.ForeignKey(Barrier, models.PROTECT, related_name="attempts")
    words = models.TextField()
    noted_on = models.DateField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    typed_by_individual = models.BooleanField()

    class Meta:
        ordering = ["noted_on", "pk"]

    def __str__(self):
        return self.words
