"""The one page of a helper: a step they hold, in words the individual said yes to; and what they tell through it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kith.access.public_ids import PublicIdField

from .step import Step


class HelperPage(models.Model):
    """One step, for the helper who holds it. Without a share nothing opens; once agreed its words never change."""

    class Reach(models.TextChoices):
        NOBODY = "nobody", "Nobody"
        INDIVIDUAL = "individual", "The individual"
        WORKER = "worker", "The worker"

    public_id = PublicIdField()
    step = models.ForeignKey(Step, models.PROTECT, related_name="helper_pages")
    words = models.TextField()  # what the helper reads; not always the step's own words
    reach = models.CharField(max_length=10, choices=Reach.choices, default=Reach.NOBODY)
    reach_name = models.CharField(max_length=100, blank=True, default="")  # as it was when they said yes
    number = models.CharField(max_length=40, blank=True, default="")
    days = models.PositiveSmallIntegerField()  # how long it opens, from the yes on
    share = models.OneToOneField("people.Share", models.PROTECT, null=True, blank=True, related_name="+")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    put_away_at = models.DateTimeField(null=True, blank=True)  # “not now”, or another took its place

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="helper_page_number_is_of_somebody",
                condition=Q(reach="nobody", number="") | (~Q(reach="nobody") & ~Q(number="")),
            ),
        ]

    def __str__(self):
        return f"{self.step.helper}: {self.words}"

    @property
    def individual(self):
        return self.step.individual

    @property
    def helper(self):
        return self.step.helper


class FromHelper(models.Model):
    """Something a helper told of their own accord. The individual's alone, until they pass it on."""

    public_id = PublicIdField()
    page = models.ForeignKey(HelperPage, models.PROTECT, related_name="told")
    words = models.TextField()
    told_at = models.DateTimeField()
    looked_at = models.DateTimeField(null=True, blank=True)  # the individual pressed one of the two buttons
    passed_on_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-told_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="passed_on_by_whoever_looked",
                condition=Q(passed_on_at__isnull=True) | Q(looked_at__isnull=False),
            ),
        ]

    def __str__(self):
        return f"from {self.page.step.helper}"

    @property
    def helper_name(self) -> str:
        return self.page.step.helper.name
