"""What people chose to be reminded of, and each reminder that was sent or let be."""

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models

from kith.access.public_ids import PublicIdField


class ReminderWishes(models.Model):
    """What an individual wants to be reminded of. Without a row it is the usual, which these defaults are."""

    individual = models.OneToOneField("people.Individual", models.PROTECT, related_name="reminder_wishes")
    meeting_week = models.BooleanField(default=False)
    meeting_day = models.BooleanField(default=True)
    meeting_morning = models.BooleanField(default=False)
    target_week = models.BooleanField(default=False)
    target_day = models.BooleanField(default=False)
    after_target = models.BooleanField(default=True)
    promises = models.BooleanField(default=False)
    entries = models.BooleanField(default=True)
    chosen_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    chosen_by_individual = models.BooleanField()
    chosen_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "reminder wishes"

    def __str__(self):
        return f"reminders of {self.individual}"


class WorkerWishes(models.Model):
    """What a worker wants to be reminded of. Without a row it is the usual."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.PROTECT, related_name="reminder_wishes")
    brief_days = models.PositiveSmallIntegerField(default=2, validators=[MaxValueValidator(7)])  # 0: not at all
    promises = models.BooleanField(default=True)
    visits = models.BooleanField(default=True)
    listings = models.BooleanField(default=True)

    class Meta:
        verbose_name_plural = "worker wishes"

    def __str__(self):
        return f"reminders of {self.user}"


class Reminder(models.Model):
    """One reminder, of one thing on one day, to one person: sent, or let be because its time had passed."""

    class Kind(models.TextChoices):
        MEETING_WEEK = "meeting week", "a meeting, a week before"
        MEETING_DAY = "meeting day", "a meeting, the day before"
        MEETING_MORNING = "meeting morning", "a meeting, that morning"
        TARGET_WEEK = "target week", "something to aim for, a week before"
        TARGET_DAY = "target day", "something to aim for, the day before"
        AFTER_TARGET = "after target", "how it went"
        ENTRY = "entry", "a last day to enter something to aim for"
        KEPT_ENTRY = "kept entry", "a last day to enter something kept"
        PROMISE = "promise", "a small step, the day before"
        BRIEF = "brief", "the Brief before a meeting"
        WORKER_PROMISE = "worker promise", "a promise of a worker’s, a week before"
        VISIT = "visit", "a first visit they go along to"
        LISTINGS = "listings", "listings to check again"

    class State(models.TextChoices):
        SENT = "sent", "sent"
        NO_WAY = "no way", "not sent: there was no way to write to them"
        UNSAID = "unsaid", "not sent: it may not say what it is about, and there is no page for them to open"
        LATE = "late", "not sent: its time had passed"

    public_id = PublicIdField()
    kind = models.CharField(max_length=15, choices=Kind.choices)
    about = models.CharField(max_length=40)  # the public id of the meeting, goal, step, introduction or team
    on = models.DateField()  # the day it is about: moved to another day, it is another reminder
    individual = models.ForeignKey("people.Individual", models.PROTECT, null=True, blank=True, related_name="reminders")
    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=6, choices=State.choices)
    letter = models.CharField(max_length=40, blank=True, default="")  # its public id in the outbox
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["letter"], name="reminders_by_letter")]
        constraints = [
            models.UniqueConstraint(fields=["about", "kind", "on"], name="reminded_once"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}, {self.on}"


class Sweep(models.Model):
    """When everything due was last looked through, so that standing still for a while is noticed."""

    name = models.CharField(max_length=20, unique=True)
    done_at = models.DateTimeField()
    let_be = models.PositiveIntegerField(default=0)  # how many were let be at the last one that let any be
    let_be_at = models.DateTimeField(null=True, blank=True)

    def __str__(self):
        return self.name
