"""The leaflet itself, photographed. It is kept, and leaves the table when it is out of date."""

from django.db import models

from kith.access.public_ids import PublicIdField


class Leaflet(models.Model):
    """One photograph of one activity's leaflet; the picture is a file named by the public id."""

    public_id = PublicIdField()
    activity = models.ForeignKey("directory.Activity", on_delete=models.CASCADE, related_name="leaflets")
    taken_on = models.DateField()
    until = models.DateField(null=True, blank=True, help_text="The last day it says something true, where it says so.")
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    put_away_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-taken_on", "-pk"]

    def __str__(self) -> str:
        return f"leaflet of {self.activity}"
