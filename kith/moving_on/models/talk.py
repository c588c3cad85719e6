"""The closing conversation: its parts in the words of the two, what each says to it, and what was open still."""

from datetime import UTC, datetime

from django.conf import settings
from django.db import models
from django.db.models import Q

from kith.access.public_ids import PublicIdField

WORDS_LIMIT = 4_000


def stamp(moment: datetime) -> str:
    """A moment as letters that a page can carry, exact to the microsecond."""
    return f"{moment.astimezone(UTC):%y%m%d%H%M%S%f}"


class Talk(models.Model):
    """One closing conversation. It is never a condition; whoever comes back may have another one day."""

    public_id = PublicIdField()
    individual = models.ForeignKey("people.Individual", models.PROTECT, related_name="closing_talks")
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    ready_at = models.DateTimeField(null=True, blank=True)  # when the individual was told that it is there to read
    ask_on = models.DateField(null=True, blank=True)  # when they want to be asked how it goes, once
    ended_at = models.DateTimeField(null=True, blank=True)  # when working together stopped

    class Meta:
        ordering = ["-begun_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["individual"], condition=Q(ended_at=None), name="one_closing_talk_at_a_time"
            )
        ]

    def __str__(self):
        return f"carrying on, {self.individual}"


class Part(models.Model):
    """One part, as somebody wrote it. Whoever changes another's words adds a row; the newest counts, all are kept."""

    class Kind(models.TextChoices):
        GOES_ON = "goes on", "What carries on without us"
        LIFE = "life", "Who is in your life now"
        GIVES = "gives", "What you give"
        BACK = "back", "How to come back"
        THEIR_WORD = "their word", "A last word from you"
        OUR_WORD = "our word", "A last word to you"

    public_id = PublicIdField()
    talk = models.ForeignKey(Talk, models.PROTECT, related_name="parts")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    number = models.PositiveSmallIntegerField()
    words = models.TextField(blank=True, default="")  # "": it was left out
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    typed_by_individual = models.BooleanField()  # only then may it be shown as their own words
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["talk", "kind", "number"], name="closing_parts_in_order")]

    def __str__(self):
        return self.get_kind_display()

    @property
    def version(self) -> str:
        """These words of that moment: a page says which it showed, so that nobody's are passed over unseen."""
        return f"{self.public_id}-{stamp(self.written_at)}"


class AboutTalk(models.Model):
    """What the individual says to it: right, seen differently, or left. The latest counts; all are kept."""

    class Answer(models.TextChoices):
        RIGHT = "right", "That’s right"
        DIFFERS = "differs", "I see it differently"
        LEFT = "left", "Leave it"

    public_id = PublicIdField()
    talk = models.ForeignKey(Talk, models.PROTECT, related_name="answers")
    answer = models.CharField(max_length=7, choices=Answer.choices)
    words = models.TextField(blank=True, default="")
    given_at = models.DateTimeField()

    class Meta:
        ordering = ["-given_at", "-pk"]

    def __str__(self):
        return self.get_answer_display()


class LooseEnd(models.Model):
    """What becomes of something that was open when the two stop, so that nobody is left waiting. The latest counts.
    `held_by`: who had said they would do it, so that it can go back to them."""

    class Becomes(models.TextChoices):
        THEIRS = "theirs", "They take it on"
        SOMEBODY = "somebody", "Somebody else takes it on"
        LET_GO = "let go", "It is let go"
        BEFORE = "before", "It is done before the last day"
        OPEN = "open", "It is open again"

    talk = models.ForeignKey(Talk, models.PROTECT, related_name="loose_ends")
    about = models.CharField(max_length=60)  # “step …”, “introduction …”
    words = models.TextField()  # as it was put then
    becomes = models.CharField(max_length=8, choices=Becomes.choices)
    to_whom = models.CharField(max_length=120, blank=True, default="")
    held_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    said_at = models.DateTimeField()

    class Meta:
        ordering = ["said_at", "pk"]

    def __str__(self):
        return f"{self.words}: {self.get_becomes_display()}"
