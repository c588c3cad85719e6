"""A goal, and every way it was put before."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q

from kith.access.public_ids import PublicIdField
from kith.design.telling import clock_words


class Entry(models.TextChoices):
    """How far somebody has come with a day they may take part in. Theirs to move, forwards or back."""

    THINKING = "thinking", "Thinking about it"
    GOING_TO = "going_to", "Going to enter"
    ENTERED = "entered", "Entered"
    CONFIRMED = "confirmed", "Confirmed"
    DONE = "done", "Done"


class Goal(models.Model):
    """Something to do regularly (a commitment) or something to aim for (a target), in the person's words."""

    class Kind(models.TextChoices):
        COMMITMENT = "commitment", "Something I do regularly"
        TARGET = "target", "Something to aim for"

    class State(models.TextChoices):
        IN_PLAY = "in_play", "Going on"
        PAUSED = "paused", "Paused"
        REACHED = "reached", "Reached"
        LET_GO = "let_go", "Let go"

    class AskedBy(models.TextChoices):
        INDIVIDUAL = "individual", "the individual"
        WORKER = "worker", "the worker"
        BOTH = "both", "both together"

    class Measure(models.TextChoices):
        NOTHING = "", "No results"
        TIME = "time", "A time, like 27:40"
        NUMBER = "number", "A number"
        WORDS = "words", "In words"

    class Weekday(models.IntegerChoices):
        MONDAY = 0, "Monday"
        TUESDAY = 1, "Tuesday"
        WEDNESDAY = 2, "Wednesday"
        THURSDAY = 3, "Thursday"
        FRIDAY = 4, "Friday"
        SATURDAY = 5, "Saturday"
        SUNDAY = 6, "Sunday"

    public_id = PublicIdField()
    individual = models.ForeignKey("people.Individual", models.PROTECT, related_name="goals")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    words = models.TextField()
    why = models.TextField(blank=True, default="")
    direction = models.ForeignKey("about_me.Line", models.PROTECT, null=True, blank=True, related_name="goals")
    activity = models.ForeignKey("directory.Activity", models.PROTECT, null=True, blank=True, related_name="+")
    option = models.ForeignKey("goals.Option", models.PROTECT, null=True, blank=True, related_name="goals")
    helpers = models.ManyToManyField("goals.Helper", blank=True, related_name="goals")
    asked_by = models.CharField(max_length=10, choices=AskedBy.choices)
    state = models.CharField(max_length=8, choices=State.choices, default=State.IN_PLAY)
    pause_words = models.TextField(blank=True, default="")
    rhythm_words = models.CharField(max_length=200, blank=True, default="")
    weekday = models.PositiveSmallIntegerField(choices=Weekday.choices, null=True, blank=True)
    at_time = models.TimeField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    enter_by = models.DateField(null=True, blank=True)  # when entering closes, where that is known
    entry = models.CharField(max_length=9, choices=Entry.choices, blank=True, default="")
    aiming_for = models.CharField(max_length=200, blank=True, default="")
    measured_in = models.CharField(max_length=6, choices=Measure.choices, blank=True, default="")
    unit = models.CharField(max_length=40, blank=True, default="")
    wants_to_hear = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    is_line_hidden = models.BooleanField(default=False)
    set_on = models.DateField()
    state_changed_on = models.DateField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    typed_by_individual = models.BooleanField()

    class Meta:
        ordering = ["set_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="goal_weekday_is_one",
                condition=Q(weekday__isnull=True) | Q(weekday__gte=0, weekday__lte=6),
            ),
        ]

    def __str__(self):
        return self.words

    @property
    def is_event(self) -> bool:
        """Whether there is a day to take part in: then it can be thought about, entered and done."""
        return self.kind == self.Kind.TARGET and self.event_on is not None

    @property
    def entries(self) -> list[tuple[str, str]]:
        """How far one can have come with such a day, in order; empty when there is none."""
        return Entry.choices if self.is_event else []

    @property
    def event_on(self) -> date | None:
        """The day itself: the one that was said, else the listing's."""
        return self.due_on or (self.activity.on_date if self.activity else None)

    @property
    def is_commitment(self) -> bool:
        return self.kind == self.Kind.COMMITMENT

    @property
    def is_in_play(self) -> bool:
        return self.state == self.State.IN_PLAY

    @property
    def is_paused(self) -> bool:
        return self.state == self.State.PAUSED

    @property
    def name(self) -> str:
        """The shortest true name: the thing itself when it is a listing, else the person's words."""
        return self.activity.name if self.activity else self.words.strip().rstrip(".")

    @property
    def when_words(self) -> str:
        """When it happens: “every Thursday, 6:30pm”; "" when that was not said. A due day is not in it."""
        days = self.rhythm_words or (f"every {self.get_weekday_display()}" if self.weekday is not None else "")
        at = clock_words(self.at_time)
        return ", ".join(filter(None, [days, "" if at and at in days else at]))


class Rewording(models.Model):
    """How a goal was put before somebody changed it. Rows are added, never changed."""

    class What(models.TextChoices):
        WORDS = "words", "put it in other words"
        SMALLER = "smaller", "made it smaller"
        TARGET = "target", "changed what to aim for"

    goal = models.ForeignKey(Goal, models.PROTECT, related_name="rewordings")
    what = models.CharField(max_length=8, choices=What.choices)
    old_words = models.TextField()
    old_recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    old_typed_by_individual = models.BooleanField()  # only then were the old words their own
    old_rhythm_words = models.CharField(max_length=200, blank=True, default="")
    old_aiming_for = models.CharField(max_length=200, blank=True, default="")
    old_due_on = models.DateField(null=True, blank=True)
    changed_on = models.DateField()
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    changed_by_individual = models.BooleanField()

    class Meta:
        ordering = ["-changed_on", "-pk"]

    def __str__(self):
        return f"{self.get_what_display()}: {self.old_words}"
