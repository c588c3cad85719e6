"""What was looked through before a copy goes out, what of it is covered or held back and why, and that it went."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kith.access.encryption import EncryptedTextField
from kith.access.public_ids import PublicIdField

from .request import Request

HAS_TEST = Q(review_on__isnull=False) & ~Q(harm="") & ~Q(evidence="")


class Held(models.Model):
    """One passage that is covered, or one row that is held back. Without such a row everything is told."""

    class Kind(models.TextChoices):
        COVERED = "covered", "covered, as it is about somebody else"
        BACK = "back", "held back, as reading it could do serious harm"

    public_id = PublicIdField()
    request = models.ForeignKey(Request, models.PROTECT, related_name="held")
    kind = models.CharField(max_length=7, choices=Kind.choices)
    mark = models.CharField(max_length=120)  # model and key of the row, as in “conversations.Note 12”
    passage = EncryptedTextField(blank=True, default="")  # what is covered; "" where all of the row is held back
    reason = models.TextField()  # as the individual reads it
    harm = models.TextField(blank=True, default="")  # the test: which serious harm, and to whom
    evidence = models.TextField(blank=True, default="")
    review_on = models.DateField(null=True, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "held"
        ordering = ["decided_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="held_with_a_reason"),
            models.CheckConstraint(condition=Q(kind="covered") | HAS_TEST, name="held_back_only_by_the_test"),
            models.CheckConstraint(condition=Q(kind="back") | ~Q(passage=""), name="covered_is_a_passage"),
        ]

    def __str__(self):
        return f"{self.mark}: {self.get_kind_display()}"


class LookedThrough(models.Model):
    """Somebody read all of one kind of record for this request. Were it to change, it is looked at again."""

    request = models.ForeignKey(Request, models.PROTECT, related_name="looked_through")
    record_class = models.CharField(max_length=20)
    digest = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "looked through"
        constraints = [
            models.UniqueConstraint(fields=["request", "record_class"], name="looked_through_once_a_kind"),
        ]

    def __str__(self):
        return f"{self.request}: {self.record_class}"


class Copy(models.Model):
    """A copy that is ready. Its file is sealed, is there for a day, and is given to the individual alone."""

    public_id = PublicIdField()
    request = models.ForeignKey(Request, models.PROTECT, related_name="copies")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)
    asked_again_at = models.DateTimeField(null=True, blank=True)  # it was gone before they came

    class Meta:
        verbose_name_plural = "copies"
        ordering = ["made_at", "pk"]

    def __str__(self):
        return f"copy for {self.request}"


class OwnCopy(models.Model):
    """A copy of what stands on their own pages, that the individual takes along. Nobody looks it through; its file is
    sealed and there for a day."""

    public_id = PublicIdField()
    individual = models.ForeignKey("people.Individual", models.PROTECT, related_name="own_copies")
    asked_at = models.DateTimeField()
    ready_at = models.DateTimeField(null=True, blank=True)
    ends_at = models.DateTimeField(null=True, blank=True)
    fetched_at = models.DateTimeField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "own copies"
        ordering = ["asked_at", "pk"]

    def __str__(self):
        return f"own copy of {self.individual_id}"


class Delivery(models.Model):
    """That a copy went: fetched on their page, or given on paper or a stick. Rows are only ever added."""

    class How(models.TextChoices):
        FETCHED = "fetched", "fetched on their page"
        HANDED = "handed", "given to them in person"
        POSTED = "posted", "sent by post"

    copy = models.ForeignKey(Copy, models.PROTECT, related_name="deliveries")
    how = models.CharField(max_length=7, choices=How.choices)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "deliveries"
        ordering = ["at", "pk"]

    def __str__(self):
        return f"{self.copy}: {self.get_how_display()}"
