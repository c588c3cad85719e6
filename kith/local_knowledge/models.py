"""What the team knows of places: never about the individual who went there."""

from django.conf import settings
from django.db import models

from kith.access.public_ids import PublicIdField


class Knowledge(models.Model):
    """One thing somebody in a team knows of a place. Staff read it; warm sentences go further."""

    class Kind(models.TextChoices):
        KNOWS_SOMEBODY = "knows somebody", "I know somebody there"
        HEARD_GOOD = "heard good", "I heard good things"
        WELCOME = "welcome", "They were welcoming"
        HELPED = "helped", "They helped"
        GO_ALONG = "go along", "Better with somebody the first time"
        WORRY = "worry", "Something to look into"

    class After(models.TextChoices):
        """What somebody's word of a place rests on."""

        CALL = "call", "a call"
        VISIT = "visit", "a visit"
        TALK = "talk", "a talk with somebody there"

    class Hurdle(models.TextChoices):
        """What is hard at a place. It belongs to the place: never who found it hard, nor what was said to them."""

        NEW_PEOPLE = "new people", "They were unsure about new people"
        WELL_KNOWN = "well known", "Everybody knows each other already"
        QUESTIONS = "questions", "They ask a lot before the first time"
        CROWDED = "crowded", "It is loud or crowded"
        WAY_IN = "way in", "The way in is hard to find or to use"

    public_id = PublicIdField()
    activity = models.ForeignKey("directory.Activity", models.PROTECT, related_name="+")
    team = models.ForeignKey("people.Team", models.PROTECT, related_name="knowledge")
    kind = models.CharField(max_length=14, choices=Kind.choices)
    words = models.CharField(max_length=500, blank=True, help_text="For “knows somebody”: who, such as “Sam”.")
    heard_from = models.CharField(max_length=200, blank=True)
    after = models.CharField(max_length=5, choices=After.choices, blank=True, default="")
    may_be_named_on = models.DateField(
        null=True, blank=True, help_text="The day whoever is named said that the people we support may read it."
    )
    hurdle = models.CharField(max_length=10, choices=Hurdle.choices, blank=True, default="")
    agreed = models.CharField(
        max_length=200, blank=True, default="", help_text="What the place agreed to: “there is a side room”."
    )
    agreed_with = models.CharField(max_length=100, blank=True, default="", help_text="Who at the place.")
    agreed_on = models.DateField(null=True, blank=True)
    by_a_visitor = models.BooleanField(
        default=False, help_text="Somebody who went said so, and that it may be told. Nobody keeps who."
    )
    ended_on = models.DateField(null=True, blank=True, help_text="The day it was taken back.")
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    noted_on = models.DateField()

    class Meta:
        ordering = ["-noted_on", "-pk"]
        indexes = [models.Index(fields=["activity", "team"], name="knowledge_by_place_and_team")]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.words}"

    @property
    def is_of_somebody(self) -> bool:
        """Whether it names somebody at the place."""
        return self.kind == self.Kind.KNOWS_SOMEBODY


class Check(models.Model):
    """Somebody saw that a listing is still true, when and how."""

    activity = models.ForeignKey("directory.Activity", models.PROTECT, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    on = models.DateField()
    how = models.CharField(max_length=100)

    class Meta:
        ordering = ["-on", "-pk"]

    def __str__(self):
        return f"{self.how}, {self.on}"


class Stayed(models.Model):
    """How many people of one team went to a place and went again: a number with nobody behind it."""

    activity = models.ForeignKey("directory.Activity", models.PROTECT, related_name="+")
    team = models.ForeignKey("people.Team", models.PROTECT, related_name="+")
    people = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "stayed"
        constraints = [models.UniqueConstraint(fields=["activity", "team"], name="stayed_once_a_place_and_team")]

    def __str__(self):
        return str(self.people)


class Full(models.Model):
    """A place has no room for now. It ends by itself on the day it opens again, or when somebody says so."""

    class Told(models.TextChoices):
        PLACE = "place", "the place itself"
        CALL = "call", "somebody who rang them"
        TEAM = "team", "somebody here"

    activity = models.ForeignKey("directory.Activity", models.PROTECT, related_name="+")
    opens_on = models.DateField(null=True, blank=True, help_text="The first day there is room again, if they know.")
    told_by = models.CharField(max_length=5, choices=Told.choices)
    said_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True, help_text="The day somebody said that there is room.")

    class Meta:
        verbose_name_plural = "full"
        ordering = ["-said_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["activity"], condition=models.Q(ended_on__isnull=True), name="full_once_at_a_time"
            )
        ]

    def __str__(self):
        return f"Full until {self.opens_on}" if self.opens_on else "Full"


class AskedAround(models.Model):
    """Somebody here asked somebody who knows the place round: who, whom, when, and what came of it."""

    public_id = PublicIdField()
    team = models.ForeignKey("people.Team", models.PROTECT, related_name="+")
    whom = models.CharField(max_length=100, help_text="Such as: Calderford library.")
    they_said = models.CharField(max_length=300, blank=True)
    activity = models.ForeignKey(
        "directory.Activity", models.PROTECT, null=True, blank=True, related_name="+", help_text="What they knew of."
    )
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    asked_on = models.DateField()

    class Meta:
        verbose_name_plural = "asked"
        ordering = ["-asked_on", "-pk"]

    def __str__(self):
        return f"{self.whom}, {self.asked_on}"


class FromPlace(models.Model):
    """A place wrote what to expect there. It stands in the listing; whoever keeps the table has a look at it."""

    activity = models.ForeignKey("directory.Activity", models.PROTECT, related_name="+")
    words = models.CharField(max_length=700)
    said_on = models.DateField()
    seen_to_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "from places"
        ordering = ["said_on", "pk"]

    def __str__(self):
        return self.words
