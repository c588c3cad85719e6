"""Somebody complains about how their information is used. No account is needed for it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kith.access.public_ids import PublicIdField

from .request import Request


class Complaint(models.Model):
    """What was said, and by whom as far as they said it. It is to be said within 30 days that it came in."""

    public_id = PublicIdField()
    individual = models.ForeignKey(  # where they were signed in, or a lead found whose it is
        "people.Individual", models.PROTECT, null=True, blank=True, related_name="complaints"
    )
    words = models.TextField()
    name = models.CharField(max_length=200, blank=True, default="")
    reached_at = models.CharField(max_length=250, blank=True, default="")  # in their words; "": nobody can answer
    received_at = models.DateTimeField()
    said_at = models.DateTimeField(null=True, blank=True)  # that it came in
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    answer = models.TextField(blank=True, default="")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["received_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="complaint_says_something"),
            models.CheckConstraint(
                condition=Q(ended_at=None) | ~Q(answer="") & Q(ended_by__isnull=False), name="complaint_ends_answered"
            ),
        ]

    def __str__(self):
        return f"complaint of {self.received_at:%-d %B %Y}"


class ToldOfChange(models.Model):
    """Whoever had a copy was told that something in it was put right; or there was no need, and why."""

    request = models.ForeignKey(Request, models.PROTECT, related_name="told_of_change")
    copy = models.CharField(max_length=120)  # model and key of the row that says they had one
    who = models.CharField(max_length=300)  # as it was said
    how = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "told of change"
        ordering = ["at", "pk"]
        constraints = [models.UniqueConstraint(fields=["request", "copy"], name="told_once_of_a_change")]

    def __str__(self):
        return f"{self.who}: told of {self.request}"
