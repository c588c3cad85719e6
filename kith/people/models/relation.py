"""One shape for everything that opens a door: who, to whom, as what, from when, until when."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kith.access.public_ids import PublicIdField

from .away import Away
from .individual import Individual
from .user import Team


class Relation(models.Model):
    """A dated relation. It opens the door while it lives, and never before or after; or keeps it shut."""

    class Kind(models.TextChoices):
        PARTNERSHIP = "partnership", "works with"
        ALSO_WORKING_WITH = "also working with", "also works with"
        COVER = "cover", "covers for the worker"
        SUPPORT = "support", "was let in to see chosen things"
        MEMBERSHIP = "membership", "works in the team"
        MANAGEMENT = "management", "manages the team"
        KEEPING = "keeping", "keeps the table"
        URGENT_LOOK = "urgent look", "looks in an emergency"
        SAID_WHY = "said why", "reads after saying why"
        LEGAL = "legal", "may see some of it by law"
        KEPT_AWAY = "kept away", "is not to see the notebook"  # the one kind that shuts a door

    public_id = PublicIdField()
    kind = models.CharField(max_length=20, choices=Kind.choices)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="relations")
    individual = models.ForeignKey(Individual, models.PROTECT, null=True, blank=True, related_name="relations")
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="relations")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    role_words = models.CharField(max_length=120, blank=True, default="")  # "support worker", "peer", "volunteer"
    away = models.ForeignKey(Away, models.PROTECT, null=True, blank=True, related_name="covers")  # that it covers for

    class Meta:
        indexes = [models.Index(fields=["user", "starts_at"])]
        constraints = [
            models.CheckConstraint(
                name="relation_to_one_individual_or_one_team",
                condition=Q(individual__isnull=False, team__isnull=True)
                | Q(individual__isnull=True, team__isnull=False),
            ),
            models.CheckConstraint(
                name="relation_ends_after_it_starts",
                condition=Q(ends_at__isnull=True) | Q(ends_at__gte=F("starts_at")),
            ),
        ]

    def __str__(self):
        return f"{self.user} {self.get_kind_display()} {self.individual or self.team}"
