"""Dated copies of what whoever decides about a Personal Budget wrote. A decision is a row, and never changed."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kith.access.public_ids import PublicIdField

from ..amounts import pounds
from .held import NOT_LOWER, constraints


class Written(models.Model):
    """What was written about an amount. Amounts are pence."""

    class Period(models.TextChoices):
        WEEK = "week", "a week"
        FOUR_WEEKS = "four weeks", "every four weeks"
        YEAR = "year", "a year"
        ONCE = "once", "once"

    class Status(models.IntegerChoices):
        INDICATIVE = 1, "A first estimate"
        DECIDED = 2, "Decided"
        IN_USE = 3, "In use"

    class PaidAs(models.TextChoices):
        ARRANGED = "arranged", "It is arranged for them"
        DIRECT = "direct", "A direct payment from the council"
        NHS = "nhs", "From the NHS, arranged for them"
        NHS_DIRECT = "nhs direct", "A direct payment from the NHS"

    class Basis(models.TextChoices):
        LETTER = "letter", "A letter of whoever decides"
        REQUEST = "request", "They asked for it themselves, in writing"
        SLIP = "slip", "The copy before was written down wrongly"

    public_id = PublicIdField()
    individual = models.ForeignKey("people.Individual", models.PROTECT, related_name="+")
    total = models.PositiveBigIntegerField()
    own_part = models.PositiveBigIntegerField()
    their_part = models.PositiveBigIntegerField()
    total_from = models.CharField(max_length=200, blank=True, default="")
    own_part_from = models.CharField(max_length=200, blank=True, default="")
    their_part_from = models.CharField(max_length=200, blank=True, default="")
    period = models.CharField(max_length=10, choices=Period.choices)
    total_a_year = models.PositiveBigIntegerField()
    their_part_a_year = models.PositiveBigIntegerField()
    left_a_year = models.BigIntegerField()  # of all of it, after what the person pays
    status = models.PositiveSmallIntegerField(choices=Status.choices)
    paid_as = models.CharField(max_length=10, choices=PaidAs.choices)
    decided_here = models.BooleanField()  # by the organisation that uses Kith
    decided_by = models.CharField(max_length=200)
    written_by = models.CharField(max_length=200)
    words = models.TextField()
    written_on = models.DateField()
    told_on = models.DateField()
    starts_on = models.DateField()
    pays_for = models.TextField()  # one thing a line
    why = models.TextField(blank=True, default="")
    review_on = models.DateField(null=True, blank=True)  # where they named a day

    basis = models.CharField(max_length=7, choices=Basis.choices, blank=True, default="")
    request_words = models.TextField(blank=True, default="")
    request_on = models.DateField(null=True, blank=True)
    looked_again_on = models.DateField(null=True, blank=True)
    need_changed = models.TextField(blank=True, default="")
    how_met = models.TextField(blank=True, default="")
    who_involved = models.TextField(blank=True, default="")
    advocate_offered = models.BooleanField(null=True, blank=True)
    notice_on = models.DateField(null=True, blank=True)
    notice_days = models.PositiveSmallIntegerField(null=True, blank=True)
    how_to_challenge = models.TextField(blank=True, default="")
    noticed_by = models.CharField(max_length=200, blank=True, default="")  # of a copy that was written down wrongly
    what_was_wrong = models.TextField(blank=True, default="")

    was_total_a_year = models.PositiveBigIntegerField(null=True, blank=True)
    was_their_part_a_year = models.PositiveBigIntegerField(null=True, blank=True)
    was_left_a_year = models.BigIntegerField(null=True, blank=True)
    was_status = models.PositiveSmallIntegerField(null=True, blank=True)
    was_period = models.CharField(max_length=10, null=True, blank=True)
    was_decided_here = models.BooleanField(null=True, blank=True)

    class Meta:
        abstract = True

    def __str__(self):
        return f"{self.decided_by}, {self.written_on}"

    @property
    def amounts(self) -> list[tuple[str, str, str]]:
        """Each amount: what it is, how much, and where it comes from."""
        each = [
            ("Altogether", self.total, self.total_from),
            ("What you pay", self.own_part, self.own_part_from),
            (f"What {self.decided_by} pays", self.their_part, self.their_part_from),
        ]
        return [(title, pounds(pence), came_from) for title, pence, came_from in each]

    @property
    def adds_up(self) -> bool:
        return self.total == self.own_part + self.their_part

    @property
    def things(self) -> list[str]:
        """What it pays for, one by one."""
        return [line.strip() for line in self.pays_for.splitlines() if line.strip()]

    @property
    def is_slip(self) -> bool:
        """Whether it puts right how the letter before was written down here, and no new letter came."""
        return self.basis == self.Basis.SLIP

    @property
    def is_lower(self) -> bool:
        """Whether less comes by it than before."""
        if self.was_total_a_year is None:
            return False
        ends_coming = self.period == self.Period.ONCE and self.was_period != self.Period.ONCE
        less = self.total_a_year < self.was_total_a_year or self.their_part_a_year < self.was_their_part_a_year
        return less or self.left_a_year < self.was_left_a_year or ends_coming or self.status < self.was_status

    @property
    def takes_more_of_them(self) -> bool:
        """Whether the person pays more than before, by the year."""
        if self.was_total_a_year is None:
            return False
        return self.total_a_year - self.left_a_year > self.was_total_a_year - self.was_left_a_year


class Proposal(Written):
    """A lower amount, or that somebody else decides from now on, as one person wrote it down. It is nothing until
    another one confirms it."""

    previous = models.ForeignKey("budget.Decision", models.PROTECT, related_name="proposals")
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()

    class Meta:
        constraints = constraints("proposal")


class Withdrawal(models.Model):
    """A proposal that somebody took back."""

    proposal = models.OneToOneField(Proposal, models.PROTECT, related_name="withdrawal")
    taken_back_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    taken_back_at = models.DateTimeField()

    def __str__(self):
        return f"{self.proposal} taken back"


class Decision(Written):
    """One decision, as it was written. Each follows one other; two never follow the same one."""

    previous = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="next")
    proposal = models.OneToOneField(Proposal, models.PROTECT, null=True, blank=True, related_name="decision")
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            *constraints("decision"),
            models.UniqueConstraint(
                name="decision_one_first", fields=["individual"], condition=Q(previous__isnull=True)
            ),
            models.CheckConstraint(
                name="decision_lower_by_two_people",
                condition=NOT_LOWER
                | (Q(proposal__isnull=False, proposed_by__isnull=False) & ~Q(proposed_by=F("recorded_by"))),
            ),
        ]
