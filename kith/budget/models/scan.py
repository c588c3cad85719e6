"""The letter itself, beside the copy of its words. Added to, never changed."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kith.access.public_ids import PublicIdField

from .decision import Decision, Proposal


class Scan(models.Model):
    """The pages of a letter as pictures, in one PDF that was drawn anew; sealed in a file that is named by the public
    id. Like an answer, it is about a decision or about what waits for a second person."""

    public_id = PublicIdField()
    decision = models.ForeignKey(Decision, models.PROTECT, null=True, blank=True, related_name="scans")
    proposal = models.ForeignKey(Proposal, models.PROTECT, null=True, blank=True, related_name="scans")
    pages = models.PositiveSmallIntegerField()
    kept_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    kept_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="scan_is_of_one", condition=Q(decision__isnull=True) ^ Q(proposal__isnull=True)
            ),
        ]

    def __str__(self):
        return f"letter of {self.pages} pages"

    @property
    def is_there(self) -> bool:
        """Whether its file is still kept."""
        return not hasattr(self, "taken_out")


class ScanTakenOut(models.Model):
    """It was another paper. The file is gone; that it was here, and who took it out, stays."""

    scan = models.OneToOneField(Scan, models.PROTECT, related_name="taken_out")
    taken_out_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    taken_out_at = models.DateTimeField()

    def __str__(self):
        return f"{self.scan} taken out"
