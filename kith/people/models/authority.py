"""What the law lets somebody see for an individual: one paper, what it opens, and who held it in their hands."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kith.access.encryption import EncryptedTextField
from kith.access.public_ids import PublicIdField

from .individual import Individual
from .relation import Relation


class LegalAuthority(models.Model):
    """Opens nothing until a second person has seen the paper, and never more than its rows."""

    public_id = PublicIdField()
    individual = models.ForeignKey(Individual, models.PROTECT, related_name="legal_authorities")
    relation = models.OneToOneField(  # none for somebody without an account: they see nothing here
        Relation, models.PROTECT, null=True, blank=True, related_name="legal_authority"
    )
    name = models.CharField(max_length=200)
    email = models.EmailField(max_length=254, blank=True, default="")  # where they sign in; empty: on paper alone
    kind = models.CharField(max_length=40)  # a name in legal_kinds.toml
    rows = models.JSONField(default=list)  # of the matrix
    paper = models.CharField(max_length=300)  # which one it is, and where it was seen
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    written_on = models.DateField()
    seen_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    seen_on = models.DateField(null=True, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)  # its last day
    in_use_because = EncryptedTextField(blank=True, default="")  # why it is in use: who found what
    in_use_since = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "legal authorities"
        constraints = [
            models.CheckConstraint(
                name="legal_authority_takes_two_people",
                condition=Q(seen_by__isnull=True) | ~Q(seen_by=F("written_by")),
            ),
            models.CheckConstraint(
                name="legal_authority_opens_once_seen",
                condition=Q(relation__isnull=True) | Q(seen_by__isnull=False),
            ),
        ]

    def __str__(self):
        return f"{self.name} for {self.individual}"
