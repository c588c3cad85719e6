"""What somebody is at a place, as they say it: trying it, a member, helping out, leading."""

from django.conf import settings
from django.db import models

from kith.access.public_ids import PublicIdField


class PlaceRole(models.Model):
    """One saying of it, by the individual or written down with them. Rows are only ever added: the newest holds."""

    class Role(models.TextChoices):
        TRYING = "trying", "Trying it"
        MEMBER = "member", "A member"
        HELPS_OUT = "helps out", "Helping out"
        LEADS = "leads", "Leading something"
        NO_MORE = "no more", "Not any more"

    public_id = PublicIdField()
    individual = models.ForeignKey("people.Individual", models.PROTECT, related_name="place_roles")
    activity = models.ForeignKey("directory.Activity", models.PROTECT, related_name="+")
    role = models.CharField(max_length=10, choices=Role.choices)
    with_what = models.CharField(max_length=200, blank=True, default="", help_text="Such as “chairs, on Thursdays”.")
    since = models.DateField(help_text="The day it was said.")
    by_user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    typed_by_individual = models.BooleanField()
    noted_at = models.DateTimeField()

    class Meta:
        ordering = ["noted_at", "pk"]

    def __str__(self):
        return f"{self.individual}: {self.get_role_display()}, {self.activity}"
