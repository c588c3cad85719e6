"""What somebody says about themselves: where they want to go, what they like, what helps them."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kith.access.public_ids import PublicIdField


class Kind(models.TextChoices):
    """What a line is about, in the order of the page and in the individual's own voice."""

    DIRECTION = "direction", "Where I want to go"
    HOPE = "hope", "What I hope for"
    HELPS = "helps", "What helps me"
    DOES_NOT_HELP = "does_not_help", "What does not help me"
    HOW_I_LIKE = "how_i_like", "How I like to do this"
    INTEREST = "interest", "What I like"
    USED_TO = "used_to", "What I used to like"
    GOOD_AT = "good_at", "What I am good at"
    CURIOUS = "curious", "What I wonder about trying"
    WORRY = "worry", "What worries me"
    BEGAN = "began", "Where I began"
    THOUGHT = "thought", "Something I had not thought of"


class Line(models.Model):
    """One thing said, kept in the words it was said in. A line is ended, never changed or lost."""

    public_id = PublicIdField()
    individual = models.ForeignKey("people.Individual", models.PROTECT, related_name="lines")
    kind = models.CharField(max_length=16, choices=Kind.choices)
    words = models.TextField()
    said_on = models.DateField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    typed_by_individual = models.BooleanField()  # only then may it be shown as their own words
    is_hidden_from_matching = models.BooleanField(default=False)
    ended_on = models.DateField(null=True, blank=True)
    was_hope = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["said_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="one_live_direction",
                fields=["individual"],
                condition=Q(kind="direction", ended_on__isnull=True),
            ),
        ]

    def __str__(self):
        return self.words

    @property
    def is_hope(self) -> bool:
        return self.kind == Kind.HOPE

    @property
    def is_used_for_matching(self) -> bool:
        """Whether ideas may be looked for with it: some kinds never are."""
        return self.kind in FOR_MATCHING and not self.is_hidden_from_matching

    @property
    def can_be_matched(self) -> bool:
        """Whether it is a kind that ideas are looked for with."""
        return self.kind in FOR_MATCHING


class Doing(models.Model):
    """What somebody does or did, as they put it: how often, since when, until when. Kept to look back on."""

    class Where(models.TextChoices):
        ORDINARY = "ordinary", "A place for everybody"
        SERVICE = "service", "A service"

    public_id = PublicIdField()
    individual = models.ForeignKey("people.Individual", models.PROTECT, related_name="doings")
    words = models.TextField()
    where = models.CharField(max_length=8, choices=Where.choices)
    how_often = models.CharField(max_length=200, blank=True, default="")  # “five days a week”
    since_words = models.CharField(max_length=200, blank=True, default="")  # “2019”, “last spring”
    until_words = models.CharField(max_length=200, blank=True, default="")
    said_on = models.DateField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    typed_by_individual = models.BooleanField()
    put_away_on = models.DateField(null=True, blank=True)  # it was not right: kept, and shown nowhere

    class Meta:
        ordering = ["said_on", "pk"]

    def __str__(self):
        return self.words

    @property
    def goes_on(self) -> bool:
        return not self.until_words

    @property
    def when_words(self) -> str:
        """“five days a week, since 2019, until last spring”; "" when nothing of it was said."""
        since = f"since {self.since_words}" if self.since_words else ""
        until = f"until {self.until_words}" if self.until_words else ""
        return ", ".join(filter(None, [self.how_often, since, until]))


FOR_MATCHING = (Kind.INTEREST, Kind.USED_TO, Kind.GOOD_AT, Kind.CURIOUS)
