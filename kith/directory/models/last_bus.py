"""When the last bus leaves a place, as somebody of a team found out once for everybody."""

from django.db import models


class LastBus(models.Model):
    """One kind of day at one place. Times are local; those after midnight belong to the evening before."""

    class Days(models.TextChoices):
        WEEK = "week", "Monday to Friday"
        SATURDAY = "saturday", "Saturday"
        SUNDAY = "sunday", "Sunday"

    place = models.ForeignKey("directory.Place", on_delete=models.CASCADE, related_name="last_buses")
    days = models.CharField(max_length=8, choices=Days.choices)
    leaves = models.TimeField(null=True, blank=True, help_text="Empty: no bus at all on these days.")
    words = models.CharField(max_length=200, blank=True, help_text="Which bus, and from where.")
    noted_on = models.DateField()
    noted_by = models.CharField(max_length=40, blank=True, help_text="A role word, never a name.")

    class Meta:
        verbose_name_plural = "last buses"
        ordering = ["place", "pk"]
        constraints = [models.UniqueConstraint(fields=["place", "days"], name="directory_last_bus_once_a_kind_of_day")]

    def __str__(self) -> str:
        return f"{self.get_days_display()}: {self.leaves or 'none'}"
