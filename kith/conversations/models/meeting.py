"""A meeting: planned for a day or only for a season, held on a day, or called off."""

from django.db import models
from django.db.models import Q

from kith.access.public_ids import PublicIdField


class Meeting(models.Model):
    """One meeting of a partnership. The day it was held is not the day it was written about."""

    class State(models.TextChoices):
        PLANNED = "planned", "planned"
        HELD = "held", "held"
        CALLED_OFF = "called off", "called off"

    public_id = PublicIdField()
    individual = models.ForeignKey("people.Individual", models.PROTECT, related_name="meetings")
    partnership = models.ForeignKey("people.Relation", models.PROTECT, related_name="meetings")
    state = models.CharField(max_length=10, choices=State.choices, default=State.PLANNED)
    day = models.DateField(null=True, blank=True)  # planned for this day, or held on it
    at_time = models.TimeField(null=True, blank=True)
    is_second = models.BooleanField(default=False)  # of a time that comes twice, when the clocks go back
    window = models.CharField(max_length=80, blank=True, default="")  # "in about 3 months", "in the spring"
    expected_on = models.DateField()  # the day, or the middle of the window: for putting people in order
    changes = models.PositiveSmallIntegerField(default=0)  # how often it was moved or called off: calendars ask
    place = models.CharField(max_length=200, blank=True, default="")
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    why = models.CharField(max_length=300, blank=True, default="")  # what it is for, as the individual reads it
    is_first = models.BooleanField(default=False)  # nothing was known of an earlier one when it was written up
    arrived = models.CharField(max_length=300, blank=True, default="")  # how they came in, at the first meeting
    felt = models.CharField(max_length=300, blank=True, default="")  # how it felt, as the worker remembers
    topics = models.JSONField(default=list, blank=True)  # what was talked about, in a word or two each
    steps = models.ManyToManyField("goals.Step", blank=True, related_name="agreed_in")
    goals = models.ManyToManyField("goals.Goal", blank=True, related_name="agreed_in")
    introductions = models.ManyToManyField("introductions.Introduction", blank=True, related_name="agreed_in")
    written_from = models.CharField(max_length=40, blank=True, default="")  # the page that saved it
    kept_from = models.CharField(max_length=40, blank=True, default="")  # the page that had kept its day alone before
    written_digest = models.CharField(max_length=64, blank=True, default="")  # and what stood on it
    written_at = models.DateTimeField(null=True, blank=True)
    shown_at = models.DateTimeField(null=True, blank=True)  # topics, decisions and how it felt: seen from then on

    class Meta:
        ordering = ["-expected_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["individual", "written_from"], condition=~Q(written_from=""), name="a_page_saves_once"
            ),
            models.UniqueConstraint(fields=["individual"], condition=Q(state="planned"), name="one_next_meeting_each"),
            models.CheckConstraint(
                name="meeting_has_a_day_or_a_window", condition=Q(day__isnull=False) | ~Q(window="")
            ),
        ]

    def __str__(self):
        return f"{self.individual} {self.day or self.window}"

    @property
    def is_held(self) -> bool:
        return self.state == self.State.HELD

    @property
    def is_planned(self) -> bool:
        return self.state == self.State.PLANNED
