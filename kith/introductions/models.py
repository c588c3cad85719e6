"""An introduction, what was agreed may be said, and what was reported of it since."""

from django.conf import settings
from django.db import models

from kith.access.public_ids import PublicIdField

from .going import Going
from .role import PlaceRole  # noqa: F401 - a model as those below, in a file of its own


class Introduction(Going):
    """One person and one place: three choices, the exact words that follow, and the yes to them."""

    class Says(models.TextChoices):
        """The lowest first. Each says what the one before it says, and a little more."""

        NOTHING = "nothing", "Nothing: a card to carry"
        NO_NAME = "no name", "No name"
        FIRST_NAME = "first name", "First name"
        FIRST_NAME_AND_HELPS = "what helps", "First name, and what helps"
        FIRST_NAME_AND_NUMBER = "first name and number", "First name and number"

    class GetsInTouch(models.TextChoices):
        WORKER_RINGS = "worker rings", "The worker rings"
        WORKER_WRITES = "worker writes", "The worker writes"
        INDIVIDUAL = "individual", "The individual does"
        TOGETHER = "together", "Both together"

    class GoesAlong(models.TextChoices):
        NOBODY = "nobody", "Nobody"
        HOST = "host", "The host says hello"
        WORKER = "worker", "The worker"
        ALSO = "also", "Somebody else who works with them"
        FRIEND = "friend", "A friend"

    public_id = PublicIdField()
    individual = models.ForeignKey("people.Individual", models.PROTECT, related_name="introductions")
    partnership = models.ForeignKey("people.Relation", models.PROTECT, null=True, blank=True, related_name="+")
    activity = models.ForeignKey("directory.Activity", models.PROTECT, related_name="+")
    idea = models.ForeignKey("ideas.Idea", models.PROTECT, null=True, blank=True, related_name="+")
    goal = models.ForeignKey("goals.Goal", models.PROTECT, null=True, blank=True, related_name="introductions")
    host_name = models.CharField(max_length=100, blank=True)
    says = models.CharField(max_length=21, choices=Says.choices, default=Says.NO_NAME)
    gets_in_touch = models.CharField(max_length=13, choices=GetsInTouch.choices, default=GetsInTouch.WORKER_RINGS)
    goes_along = models.CharField(max_length=7, choices=GoesAlong.choices, default=GoesAlong.NOBODY)
    companion = models.CharField(max_length=100, blank=True, help_text="A friend's name. It is never said to the host.")
    number = models.CharField(max_length=254, blank=True, help_text="The number or email they picked to be told.")
    says_we_work_together = models.BooleanField(
        default=False, help_text="Whether the place may hear that somebody works with them. They alone choose it."
    )
    names_the_team = models.BooleanField(
        default=False, help_text="Whether the place may hear which team asks, while nobody is named."
    )
    what_helps = models.TextField(blank=True, default="", help_text="A line each; only what they picked to be said.")
    words_to_say = models.TextField(help_text="Exactly what may be said, made from the choices.")
    true_answer = models.CharField(max_length=500, help_text="To “how do you know them?”. True, and agreed.")
    first_visit_on = models.DateField(null=True, blank=True)
    first_visit_time = models.CharField(max_length=100, blank=True, help_text="In words, such as “6:50 at the gate”.")
    to_bring = models.CharField(max_length=200, blank=True, default="", help_text="For the pocket card.")
    share = models.ForeignKey("people.Share", models.PROTECT, null=True, blank=True, related_name="+")
    asked_on = models.DateField(null=True, blank=True, help_text="When the individual was asked: did you go?")
    answer_seen_at = models.DateTimeField(null=True, blank=True, help_text="When the place's answer was read.")
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    opened_at = models.DateTimeField()
    opened_from = models.CharField(
        max_length=40, null=True, blank=True, help_text="The page it was opened from: sent twice, it opens one."
    )

    class Meta:
        ordering = ["-opened_at", "-pk"]
        indexes = [
            models.Index(fields=["first_visit_on"], name="introduction_by_first_visit"),
            models.Index(  # the clock goes through both by their keys every few minutes, and few rows have either
                fields=["id"],
                name="introduction_day_called_off",
                condition=models.Q(called_off_on__isnull=False),
            ),
            models.Index(
                fields=["id"],
                name="introduction_to_ask_again",
                condition=models.Q(ask_again_on__isnull=False, asked_again_on__isnull=True),
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["individual", "opened_from"], name="introduction_opened_once_from_a_page")
        ]

    def __str__(self):
        return f"{self.individual}: {self.activity}"


class Report(models.Model):
    """What happened, as one person told it. Rows are only ever added."""

    class Kind(models.TextChoices):
        PREPARED = "prepared", "We talked with them"
        NO_ANSWER = "no answer", "Nobody answered"
        AGREED = "agreed", "Said yes to the words"
        NOT_NOW = "not now", "Said not now"
        NOT_THIS_TIME = "not this time", "Not this time"
        WENT = "went", "Went"
        WENT_AGAIN = "went again", "Went again"
        BELONGS = "belongs", "Belongs there now"
        WELCOMED = "welcomed", "They were welcoming"
        WROTE = "wrote", "We wrote to them"
        IN_WRITING = "in writing", "Put in writing, as they asked"
        HOST_YES = "host yes", "Yes, they are welcome"
        HOST_TURN_UP = "host turn up", "Just turn up"
        HOST_ASKS = "host asks", "Can we ask something?"
        HOST_NOT_NOW = "host not now", "Not this time"
        PLANNED = "planned", "First visit planned"
        ENDED = "ended", "Came to an end"
        RESTED = "rested", "No word came, so it rests"
        STILL_ON = "still on", "Yes, still on"
        NOT_TODAY = "not today", "Not on that day"
        TRY_AGAIN = "try again", "Would like another day"
        WITH_SOMEONE = "with someone", "Would like to go with someone"
        SMALLER = "smaller", "Would like something smaller first"
        PASSED_ON = "passed on", "Passed on what they wrote"

    class How(models.TextChoices):
        """How it came to an end. Every one of them is fine."""

        TRIED = "tried", "Tried, not for me"
        CHANGED_MIND = "changed mind", "A change of mind"
        NOT_WELCOME = "not welcome", "There was no room there"
        HAD_ITS_TIME = "had its time", "It had its time"

    class TookPart(models.TextChoices):
        WORKER = "worker", "The worker"
        INDIVIDUAL = "individual", "The individual"
        BOTH = "both", "Both together"

    introduction = models.ForeignKey(Introduction, models.PROTECT, related_name="reports")
    kind = models.CharField(max_length=13, choices=Kind.choices)
    words = models.TextField(blank=True)
    spoke_with = models.CharField(max_length=100, blank=True, default="", help_text="Who it was at the place.")
    asked = models.TextField(blank=True, default="", help_text="What they were asked, besides the agreed words.")
    how = models.CharField(max_length=12, choices=How.choices, blank=True, default="", help_text="Of an end alone.")
    took_part = models.CharField(max_length=10, choices=TookPart.choices, blank=True, default="")
    on = models.DateField(help_text="The day it happened.")
    share = models.ForeignKey("people.Share", models.PROTECT, null=True, related_name="+", help_text="It rests on it.")
    names_them = models.BooleanField(default=False, help_text="Whether the place was told a name.")
    by_role = models.CharField(max_length=20, help_text="individual, worker, cover, host or system.")
    by_user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    typed_by_individual = models.BooleanField()
    noted_at = models.DateTimeField()

    class Meta:
        ordering = ["on", "noted_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="a_yes_or_a_letter_has_its_share",
                condition=~models.Q(kind__in=("agreed", "wrote", "in writing")) | models.Q(share__isnull=False),
            ),
            models.CheckConstraint(
                name="nobody_is_named_without_a_share",
                condition=models.Q(names_them=False) | models.Q(share__isnull=False),
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}, {self.on}"
