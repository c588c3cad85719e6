"""What somebody chose to be asked, and each question that was asked or let be."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kith.access.public_ids import PublicIdField


class Ask(models.Model):
    """“Ask me how it went”: for one goal, on which days and when. Off until it is chosen."""

    class When(models.TextChoices):
        USUAL = "usual", "An hour after it starts"
        EVENING = "evening", "At six that evening"
        MORNING = "morning", "At ten the next morning"
        TIME = "time", "At another time"

    class Channel(models.TextChoices):
        LIKED = "", "However they like to be told"
        EMAIL = "email", "Email"
        TEXT = "text", "Text message"

    public_id = PublicIdField()
    goal = models.OneToOneField("goals.Goal", models.PROTECT, related_name="ask")
    is_on = models.BooleanField(default=True)
    weekdays = models.JSONField(default=list, blank=True)  # [] for the goal's own day, whichever that is
    when = models.CharField(max_length=7, choices=When.choices, default=When.USUAL)
    at_time = models.TimeField(null=True, blank=True)  # for “at another time”
    channel = models.CharField(max_length=5, choices=Channel.choices, blank=True, default="")
    chosen_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    chosen_by_individual = models.BooleanField()
    chosen_at = models.DateTimeField()  # or asked to begin again: questions before it count for nothing

    # The next question, worked out ahead, so that what is due is found in one look.
    next_day = models.DateField(null=True, blank=True)
    next_at = models.DateTimeField(null=True, blank=True)
    planned_weekday = models.SmallIntegerField(default=-1)  # of the goal, when it was worked out
    planned_time = models.TimeField(null=True, blank=True)

    rests_since = models.DateField(null=True, blank=True)  # two questions had no answer: left be until they say so
    no_word_since = models.DateTimeField(null=True, blank=True)  # when the first of those two was asked

    class Meta:
        indexes = [
            models.Index(fields=["next_at"], condition=Q(next_at__isnull=False), name="asks_by_next_question"),
            models.Index(fields=["rests_since"], condition=Q(rests_since__isnull=False), name="asks_that_rest"),
        ]

    def __str__(self):
        return f"ask about {self.goal}"


class Question(models.Model):
    """“Did you go?”, about one day of one goal: asked, or let be. One a day."""

    class State(models.TextChoices):
        ASKED = "asked", "asked"
        LATE = "late", "not asked: that day was too long ago"
        NO_WAY = "no way", "not asked: there was no way to write to them"

    class Answer(models.TextChoices):
        NONE = "", "no answer"
        WENT = "went", "I went"
        NOT = "not", "Not this time"

    public_id = PublicIdField()
    goal = models.ForeignKey("goals.Goal", models.PROTECT, related_name="questions")
    day = models.DateField()
    state = models.CharField(max_length=6, choices=State.choices, default=State.ASKED)
    asked_at = models.DateTimeField()  # or let be
    letter = models.CharField(max_length=40, blank=True, default="")  # its public id in the outbox
    link = models.ForeignKey("people.Link", models.PROTECT, null=True, blank=True, related_name="+")
    names_the_goal = models.BooleanField(default=False)  # words were allowed along, so the page may say what it is
    answer = models.CharField(max_length=4, choices=Answer.choices, blank=True, default="")
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-day", "-pk"]
        indexes = [models.Index(fields=["letter"], name="questions_by_letter")]
        constraints = [models.UniqueConstraint(fields=["goal", "day"], name="one_question_a_day")]

    def __str__(self):
        return f"{self.goal}, {self.day}"
