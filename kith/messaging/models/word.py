"""A word to the team: what anybody wanted it to know about somebody, with or without signing in."""

from django.conf import settings
from django.db import models

from kith.access.encryption import EncryptedTextField
from kith.access.public_ids import PublicIdField

from .message import Message


class WordToTeam(models.Model):
    """It waits like a message, and is nobody's until a person of the team says about whom it is. Only the team reads
    it here; it is part of what the individual can ask for."""

    public_id = PublicIdField()
    about_whom = models.CharField(max_length=200, blank=True, default="")  # as whoever told it wrote the name
    words = EncryptedTextField()
    teller = models.CharField(max_length=100, blank=True, default="")
    reached_at = models.CharField(max_length=250, blank=True, default="")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    individual = models.ForeignKey(
        "people.Individual", models.PROTECT, null=True, blank=True, related_name="words_to_team"
    )
    team = models.ForeignKey("people.Team", models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()

    state = models.CharField(max_length=8, choices=Message.State.choices, default=Message.State.WAITING)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    turn = models.PositiveSmallIntegerField(choices=Message.Turn.choices, default=Message.Turn.WORKER)
    read_by_day = models.DateTimeField()  # unread past this, it is somebody else's turn
    read_at = models.DateTimeField(null=True, blank=True)
    read_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = "word to the team"
        verbose_name_plural = "words to the team"
        indexes = [
            models.Index(fields=["read_by_day"], condition=models.Q(state="waiting"), name="words_waiting_by_time")
        ]

    def __str__(self):
        return f"word to the team {self.public_id}"

    @property
    def is_waiting(self) -> bool:
        return self.state == Message.State.WAITING
