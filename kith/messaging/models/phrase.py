"""A worker's own short answers, for answering in one press. Kith writes none of them."""

from django.conf import settings
from django.db import models

from kith.access.public_ids import PublicIdField


class Phrase(models.Model):
    """Words a worker wrote once and sends again."""

    public_id = PublicIdField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="phrases")
    words = models.CharField(max_length=300)
    written_at = models.DateTimeField()
    put_away_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["written_at", "pk"]

    def __str__(self):
        return self.words
