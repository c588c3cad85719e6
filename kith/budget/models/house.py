"""What the organisation itself says about money: who an advocate is, how long notice is, and answers in plain words."""

from django.conf import settings
from django.db import models


class House(models.Model):
    """What holds for every decision here. The latest row holds; the earlier ones stay."""

    name = models.CharField(max_length=200)
    notice_days = models.PositiveSmallIntegerField()
    advocate = models.CharField(max_length=200)
    advocate_reached = models.CharField(max_length=200)
    set_on = models.DateField()
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(name="house_gives_notice", condition=models.Q(notice_days__gte=1)),
        ]

    def __str__(self):
        return self.name


class PlainAnswer(models.Model):
    """An answer to “who can ask for this?”, owned by somebody and dated. The latest of a question holds."""

    question = models.CharField(max_length=40)  # its key in `answers.toml`
    words = models.TextField()
    owner = models.CharField(max_length=200)
    set_on = models.DateField()
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return self.question
