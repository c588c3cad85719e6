"""How long records are kept, what holds them, how they go, and that somebody has died."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kith.access.public_ids import PublicIdField

DIFFER = Q(confirmed_by=None, confirmed_at=None) | (Q(confirmed_at__isnull=False) & ~Q(confirmed_by=F("said_by")))


class Period(models.Model):
    """What this organisation says of one kind of record. Where there is no row, the usual of the register holds."""

    record_class = models.CharField(max_length=20, unique=True)
    months = models.PositiveSmallIntegerField()
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(months__gte=1), name="kept_for_a_month_at_least")]

    def __str__(self):
        return f"{self.record_class}: {self.months} months"


class LegalHold(models.Model):
    """Nothing of this record is removed while it lasts, whoever asks and however old it is. Leads alone see it."""

    public_id = PublicIdField()
    individual = models.ForeignKey("people.Individual", models.PROTECT, related_name="legal_holds")
    why = models.TextField()
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["begun_at", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(why=""), name="legal_hold_says_why")]

    def __str__(self):
        return f"hold on {self.individual_id}"


class Removal(models.Model):
    """That something goes, and went. What is left of it for ever is this row: ids, days and numbers."""

    class Why(models.TextChoices):
        ASKED = "asked", "they asked for it"
        TIME = "time", "its time is over"

    class What(models.TextChoices):
        DRAFTS = "drafts", "what was being written"
        LIFE = "life", "people and places"
        ALL = "all", "all of it"

    public_id = PublicIdField()
    individual_ref = models.CharField(max_length=40)  # a public id: the row it names is blank afterwards
    why = models.CharField(max_length=5, choices=Why.choices)
    what = models.CharField(max_length=6, choices=What.choices)
    reason = models.TextField()  # of the decision; it names nobody
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)
    counts = models.JSONField(default=dict, blank=True)  # rows by model

    class Meta:
        ordering = ["said_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=DIFFER | Q(what__in=["drafts", "life"]), name="all_goes_by_two_people"),
            models.CheckConstraint(condition=~Q(reason=""), name="removed_with_a_reason"),
            models.UniqueConstraint(
                fields=["individual_ref", "what"],
                condition=Q(confirmed_at=None, taken_back_at=None),
                name="one_open_removal_each",
            ),
        ]

    def __str__(self):
        return f"removal {self.public_id}"


class Tombstone(models.Model):
    """One row that went. A restore brings it back, and this takes it away again before anybody sees it."""

    removal = models.ForeignKey(Removal, models.PROTECT, related_name="tombstones")
    label = models.CharField(max_length=80)
    row = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["label", "row"], name="one_tombstone_a_row")]

    def __str__(self):
        return f"{self.label} {self.row}"


class Death(models.Model):
    """That somebody has died, said by one person and confirmed by another. Everything stops at the first word."""

    public_id = PublicIdField()
    individual = models.OneToOneField("people.Individual", models.PROTECT, related_name="death")
    died_on = models.DateField(null=True, blank=True)  # as far as it is known
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=DIFFER, name="death_by_two_people")]

    def __str__(self):
        return f"death of {self.individual_id}"
