"""Somebody who signs in, and the teams they work in."""

from datetime import time

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from kith.access.public_ids import PublicIdField

WORKING_WEEK = (0, 1, 2, 3, 4)  # Monday to Friday


def working_week() -> list[int]:
    """The days that are usual, as a fresh list."""
    return list(WORKING_WEEK)


class UserManager(BaseUserManager):
    def get_by_natural_key(self, email):
        return self.get(email__iexact=email)


class User(AbstractBaseUser):
    """An account: a name and an email address. What it may do comes from its relations alone."""

    public_id = PublicIdField()
    email = models.EmailField(max_length=254, unique=True, null=True, blank=True)  # None: signs in with a printed card
    name = models.CharField(max_length=200)
    phone = models.CharField(max_length=40, blank=True, default="")
    is_active = models.BooleanField(default=True)
    is_administrator = models.BooleanField(default=False)
    is_rights_lead = models.BooleanField(default=False)
    interests = models.JSONField(default=list, blank=True)  # a worker's own, at most three, shown beforehand
    look = models.JSONField(default=dict, blank=True)  # how pages look for them: theme, text size, spacing, movement
    unlocks_with = models.CharField(max_length=200, blank=True, default="")  # a hashed number, for taking a screen back
    hears = models.JSONField(default=list, blank=True)  # kinds of messages that a worker switched off
    hears_from = models.TimeField(default=time(8))  # when Kith may write to a worker
    hears_until = models.TimeField(default=time(18))
    hears_days = models.JSONField(default=working_week, blank=True)

    objects = UserManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="one_account_an_email")]

    def __str__(self):
        return self.name

    @property
    def first_name(self) -> str:
        """What others call them."""
        return self.name.split()[0] if self.name.strip() else "Somebody"


class Team(models.Model):
    """Workers who share local knowledge, what kind of team they are, and what they tell people beforehand."""

    class Kind(models.TextChoices):
        ASSESSMENT = "assessment", "An assessment team, months between meetings"
        COMMUNITY = "community", "A community team, weeks between meetings"
        LEARNING = "learning", "A learning disability team"
        OLDER = "older", "A team for older people"
        CHARITY = "charity", "A charity or community group"

    public_id = PublicIdField()
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.ASSESSMENT)
    reached_at = models.CharField(max_length=200, blank=True, default="")  # in words: a number, and when
    decides = models.TextField(blank=True, default="")  # what is decided when we meet, in plain words
    does_not_decide = models.TextField(blank=True, default="")
    decides_said_by = models.CharField(max_length=200, blank=True, default="")  # where those two come from
    decides_said_on = models.DateField(null=True, blank=True)
    record_headings = models.JSONField(default=list, blank=True)  # of the organisation's main record
    reads_days = models.JSONField(default=working_week, blank=True)  # when messages are read: 0 is Monday
    reads_from = models.TimeField(default=time(9))
    reads_until = models.TimeField(default=time(17))
    answers_within = models.PositiveSmallIntegerField(default=2)  # working days

    def __str__(self):
        return self.name
