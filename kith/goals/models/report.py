"""What came of a goal, day by day. Rows are added and kept; a result may be taken back, and then stands nowhere."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kith.access.public_ids import PublicIdField

from .goal import Entry, Goal


class CheckIn(models.Model):
    """Went, or not this time. Either is fine."""

    class Through(models.TextChoices):
        PAGE = "", "on a page"
        LINK = "link", "through the link"
        TEXT = "text", "by text message"
        EMAIL = "email", "by email"
        PAPER = "paper", "told, or written on paper"

    SENT_IN = (Through.LINK, Through.TEXT, Through.EMAIL)  # with nobody signed in

    public_id = PublicIdField()
    goal = models.ForeignKey(Goal, models.PROTECT, related_name="check_ins")
    on = models.DateField()
    went = models.BooleanField()
    words = models.TextField(blank=True, default="")
    through = models.CharField(max_length=5, choices=Through.choices, blank=True, default="")
    told_by = models.CharField(max_length=100, blank=True, default="")  # who told it, where somebody else typed it
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    typed_by_individual = models.BooleanField()  # only then may the words be shown as their own
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["-on", "-pk"]
        indexes = [models.Index(fields=["goal", "on"])]
        constraints = [
            models.CheckConstraint(
                name="check_in_is_typed_by_somebody",
                condition=Q(recorded_by__isnull=False) | Q(through__in=["link", "text", "email"]),
            ),
        ]

    def __str__(self):
        return "Went" if self.went else "Not this time"

    @property
    def teller(self) -> str:
        """Who remembers it, by name: “Sam told Vish” is told where somebody else typed it."""
        writer = self.recorded_by.first_name if self.recorded_by else ""
        return f"{self.told_by} told {writer}" if self.told_by else writer

    @property
    def told_words(self) -> str:
        """How it was told, for whoever reads it later; "" when they said it on their own page."""
        if self.typed_by_individual:
            return self.get_through_display() if self.through else ""
        return f"as {self.teller}" if self.told_by else f"as {self.teller} remembers"


class Result(models.Model):
    """How it turned out: “27:40”. `number` is its size for drawing (a time in seconds), None for words."""

    public_id = PublicIdField()
    goal = models.ForeignKey(Goal, models.PROTECT, related_name="results")
    on = models.DateField()
    value_words = models.CharField(max_length=200)
    number = models.FloatField(null=True, blank=True)
    words = models.TextField(blank=True, default="")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    typed_by_individual = models.BooleanField()
    recorded_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True, blank=True)  # mistyped: kept, and shown nowhere

    class Meta:
        ordering = ["-on", "-pk"]
        indexes = [models.Index(fields=["goal", "on"])]

    def __str__(self):
        return self.value_words


class EntryMove(models.Model):
    """One move towards a day to take part in, or back. The latest is where it stands; rows are only added."""

    public_id = PublicIdField()
    goal = models.ForeignKey(Goal, models.PROTECT, related_name="entry_moves")
    entry = models.CharField(max_length=9, choices=Entry.choices)
    on = models.DateField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    moved_by_individual = models.BooleanField()

    class Meta:
        ordering = ["-on", "-pk"]

    def __str__(self):
        return self.get_entry_display()
