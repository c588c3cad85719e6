"""What goes on around a Personal Budget: reviews that were held, and about how much was used."""

from django.conf import settings
from django.db import models

from kith.access.public_ids import PublicIdField


class Review(models.Model):
    """A review that was held, so that the next one can be reckoned. It holds no amount, and changes none."""

    individual = models.ForeignKey("people.Individual", models.PROTECT, related_name="+")
    held_on = models.DateField()
    is_light = models.BooleanField()  # a first short look, after six to eight weeks
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["held_on", "pk"]
        constraints = [models.UniqueConstraint(name="review_once_a_day", fields=["individual", "held_on"])]

    def __str__(self):
        return f"review on {self.held_on}"


class Spending(models.Model):
    """About how much of it was used, and what got in the way, as somebody put it."""

    class Used(models.TextChoices):
        ALL = "all", "All of it, or nearly"
        MOST = "most", "Most of it"
        HALF = "half", "About half"
        LITTLE = "little", "Little of it"

    public_id = PublicIdField()
    individual = models.ForeignKey("people.Individual", models.PROTECT, related_name="+")
    used = models.CharField(max_length=6, choices=Used.choices)
    since_words = models.CharField(max_length=200, blank=True, default="")
    in_the_way = models.TextField(blank=True, default="")
    said_on = models.DateField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    typed_by_individual = models.BooleanField()

    class Meta:
        ordering = ["-said_on", "-pk"]

    def __str__(self):
        return self.get_used_display()

    @property
    def was_left(self) -> bool:
        return self.used in (self.Used.HALF, self.Used.LITTLE)
