"""Agencies' forms as their files were loaded, and what was answered: every version of every answer is kept."""

from django.conf import settings
from django.db import models

from kith.access.public_ids import PublicIdField

from .structure import Value, place_from
from .walking import Key

URL_LETTERS, VERSION_LETTERS, TITLE_LETTERS = 500, 100, 300


class AgencyForm(models.Model):
    """One version of a form. Its file is kept as it was loaded, and never changes; it may be retired."""

    public_id = PublicIdField()
    url = models.CharField(max_length=URL_LETTERS)
    version = models.CharField(max_length=VERSION_LETTERS)
    title = models.CharField(max_length=TITLE_LETTERS)
    is_about_money = models.BooleanField()
    questions = models.PositiveIntegerField()  # how many there are, for lists
    content = models.TextField()
    digest = models.CharField(max_length=64)
    loaded_at = models.DateTimeField()
    loaded_by = models.CharField(max_length=200)  # who, in words: the command line has no account
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["title", "url", "-loaded_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["url", "version"], name="one_form_of_each_version")]

    def __str__(self):
        return f"{self.title}, version {self.version}"


class AnswerSheet(models.Model):
    """One form in one person's record, while it is filled and afterwards."""

    public_id = PublicIdField()
    form = models.ForeignKey(AgencyForm, models.PROTECT, related_name="sheets")
    individual = models.ForeignKey("people.Individual", models.PROTECT, related_name="answer_sheets")
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-begun_at", "-pk"]

    def __str__(self):
        return str(self.form)


class Answer(models.Model):
    """One version of one answer. The last that does not stand beside is the answer; one beside it was written by
    somebody who had not seen the latest, and waits until somebody says which is right."""

    sheet = models.ForeignKey(AnswerSheet, models.PROTECT, related_name="answers")
    link_id = models.CharField(max_length=255)
    at_place = models.CharField(max_length=60, blank=True, default="")  # “0.1”; see `structure` on places
    number = models.PositiveIntegerField()  # of the version, from 1
    words = models.JSONField()  # the value, as a list; empty where an answer was taken away
    source = models.CharField(max_length=60, blank=True, default="")  # what it was filled from and not changed since
    is_beside = models.BooleanField(default=False)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    typed_by_individual = models.BooleanField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["sheet", "link_id", "at_place", "number"], name="answer_versions_in_order")
        ]

    def __str__(self):
        return ", ".join(self.words)

    @property
    def value(self) -> Value:
        return tuple(self.words)

    @property
    def key(self) -> Key:
        return self.link_id, place_from(self.at_place)
