"""What was answered, and the numbers it gave. A row is never edited: it may be withdrawn, or put right by another."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kith.access.public_ids import PublicIdField

from .kept import Measure
from .scale import Scale


class Responses(models.QuerySet["Response"]):
    """Asked of in one way wherever they are read."""

    def standing(self) -> "Responses":
        """Without what was taken back, and without what another row has put right."""
        return self.filter(withdrawn_at__isnull=True, replaced_at__isnull=True)


class Response(models.Model):
    """One answering of one measure. Others read it once the individual has seen it, while they do not keep it."""

    class How(models.TextChoices):
        OWN = "own", "answered by themself"
        TOGETHER = "together", "answered together"
        PAPER = "paper", "written on paper"

    public_id = PublicIdField()
    measure = models.ForeignKey(Measure, models.PROTECT, related_name="responses")
    individual = models.ForeignKey("people.Individual", models.PROTECT, related_name="measured")
    goal = models.ForeignKey("goals.Goal", models.PROTECT, null=True, blank=True, related_name="measured")
    scale = models.ForeignKey(Scale, models.PROTECT, null=True, blank=True, related_name="reached")
    on = models.DateField()
    how = models.CharField(max_length=8, choices=How.choices)
    words = models.TextField(blank=True, default="")  # how things have been, in their words: asked first
    answers = models.JSONField()  # [link id, the value as a list] of each that was answered
    occasion = models.CharField(max_length=60, blank=True, default="")  # “meeting …”, “day 2026-05-03”: one for each
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    typed_by_individual = models.BooleanField()
    recorded_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True, blank=True)  # by the individual
    kept_at = models.DateTimeField(null=True, blank=True)  # to themself
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    instead_of = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    replaced_at = models.DateTimeField(null=True, blank=True)  # by the row that puts a slip right

    objects = Responses.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]
        indexes = [models.Index(fields=["individual", "measure", "on"]), models.Index(fields=["goal", "on"])]
        constraints = [
            models.UniqueConstraint(
                # one that they did by themself, and one with somebody: nobody learns of the other by being turned away
                fields=["individual", "occasion", "typed_by_individual"],
                condition=Q(withdrawn_at__isnull=True, replaced_at__isnull=True, goal__isnull=True) & ~Q(occasion=""),
                name="one_measure_on_each_occasion",
            )
        ]

    def __str__(self):
        return f"{self.measure.title}, {self.on}"

    @property
    def value_of(self) -> dict[str, tuple[str, ...]]:
        """The answers by link id."""
        return {link_id: tuple(value) for link_id, value in self.answers}

    @property
    def rating(self) -> str:
        """The number given to a goal: “7”; "" of anything else."""
        return self.value_of.get("rating", ("",))[0]

    @property
    def is_with_others(self) -> bool:
        """Whether anybody but the individual may read it."""
        is_open = self.seen_at is not None and self.kept_at is None
        return is_open and self.withdrawn_at is None and self.replaced_at is None


class Score(models.Model):
    """One number of a response. Without a value, too little was answered for it."""

    response = models.ForeignKey(Response, models.PROTECT, related_name="scores")
    name = models.CharField(max_length=60)  # of the pack's rule
    value = models.DecimalField(max_digits=8, decimal_places=2, null=True, blank=True)
    skipped = models.JSONField(default=list, blank=True)  # link ids

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["response", "name"], name="one_number_of_each_name")]

    def __str__(self):
        return f"{self.name}: {self.value_words or 'no number'}"

    @property
    def value_words(self) -> str:
        """“7”, “12.5”; "" without one."""
        return "" if self.value is None else f"{self.value.normalize():f}"
