"""Somebody who signs in, and the teams they work in."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from kith.access.public_ids import PublicIdField


class UserManager(BaseUserManager):
    def get_by_natural_key(self, email):
        return self.get(email__iexact=email)


class User(AbstractBaseUser):
    """An account: a name and an email address. What it may do comes from its relations alone."""

    public_id = PublicIdField()
    email = models.EmailField(max_length=254, unique=True)
    name = models.CharField(max_length=200)
    phone = models.CharField(max_length=40, blank=True, default="")
    is_active = models.BooleanField(default=True)
    is_administrator = models.BooleanField(default=False)
    is_rights_lead = models.BooleanField(default=False)

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
    """Workers who share local knowledge."""

    public_id = PublicIdField()
    name = models.CharField(max_length=120)

    def __str__(self):
        return self.name
