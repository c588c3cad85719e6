"""One form, being filled in about one individual; and the lines they picked for it themselves."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kith.access.public_ids import PublicIdField
from kith.conversations.models import Meeting
from kith.people.models import Individual
from kith.questionnaires.models import AnswerSheet


class Filling(models.Model):
    """A form that was begun. Its answers stand on the sheet; what nobody typed is read afresh from what is known."""

    class Way(models.TextChoices):
        TOGETHER = "together", "Together, bit by bit"
        TALK = "talk", "Talk first, write it up afterwards"

    public_id = PublicIdField()
    individual = models.ForeignKey(Individual, models.PROTECT, related_name="fillings")
    sheet = models.OneToOneField(AnswerSheet, models.PROTECT, related_name="filling")
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="fillings")
    way = models.CharField(max_length=10, choices=Way.choices)
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    put_away_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-begun_at", "-pk"]

    def __str__(self):
        return f"A form about {self.individual}"


class Picked(models.Model):
    """A line of theirs that the individual wants in this form, at this question, in the words it has now."""

    class From(models.TextChoices):
        ABOUT_ME = "about me", "About me"
        SAID = "said", "What we said"

    public_id = PublicIdField()
    filling = models.ForeignKey(Filling, models.PROTECT, related_name="picked")
    link_id = models.CharField(max_length=255)
    came_from = models.CharField(max_length=10, choices=From.choices)
    line = models.CharField(max_length=40)  # the public id of what it was picked from
    words = models.TextField()
    picked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    picked_at = models.DateTimeField()
    as_told = models.BooleanField(default=False)  # they said so, and somebody else pressed
    taken_out_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["picked_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["filling", "link_id", "line"],
                condition=Q(taken_out_at__isnull=True),
                name="line_picked_once_for_a_question",
            )
        ]

    def __str__(self):
        return self.words
