"""What somebody says about themselves: where they want to go, what they like, what helps them."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kith.access.public_ids import PublicIdField


class Kind(models.TextChoices):
    """What a line is about, in the order of the page and in the individual's own voice."""

    DIRECTION = "direction", "Where I want to go"
    HELPS = "helps", "What helps me"
    DOES_NOT_HELP = "does_not_help", "What does not help me"
    HOW_I_LIKE = "how_i_like", "How I like to do this"
    INTEREST = "interest", "What I like"
    USED_TO = "used_to", "What I used to like"
    GOOD_AT = "good_at", "What I am good at"
    CURIOUS = "curious", "What I wonder about trying"
    WORRY = "worry", "What worries me"


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
    def is_used_for_matching(self) -> bool:
        """Whether ideas may be looked for with it: some kinds never are."""
        return self.kind in FOR_MATCHING and not self.is_hidden_from_matching

    @property
    def can_be_matched(self) -> bool:
        """Whether it is a kind that ideas are looked for with."""
        return self.kind in FOR_MATCHING


FOR_MATCHING = (Kind.INTEREST, Kind.USED_TO, Kind.GOOD_AT, Kind.CURIOUS)
