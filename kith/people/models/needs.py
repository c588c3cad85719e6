"""What makes it easier for somebody who was let in: their own to say, and used where something is sent to them."""

from django.conf import settings
from django.db import models

from .wishes import ContactWishes


class SupporterNeeds(models.Model):
    """Needs, in their own words; never why."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.PROTECT, related_name="supporter_needs")
    print_size = models.CharField(
        max_length=10, choices=ContactWishes.Size.choices, blank=True, default=ContactWishes.Size.USUAL
    )
    easy_words = models.BooleanField(default=False)
    language_note = models.CharField(max_length=200, blank=True, default="")
    easier = models.TextField(blank=True, default="")
    told_on = models.DateField()

    class Meta:
        verbose_name_plural = "supporter needs"

    def __str__(self):
        return f"What makes it easier for {self.user}"
