"""Something to ask for."""

from django.db import models


class Service(models.Model):
    """A place with something to do."""

    name = models.CharField(max_length=80)
    words = models.TextField()
    latitude = models.FloatField()
    longitude = models.FloatField()

    class Meta:
        indexes = [models.Index(fields=["latitude", "longitude"])]

    def __str__(self):
        return self.name


class Note(models.Model):
    """A few words about a day."""

    author = models.PositiveIntegerField()
    subject = models.PositiveIntegerField()
    service = models.ForeignKey(Service, models.CASCADE)
    words = models.TextField()
    day = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["author", "subject", "day"])]

    def __str__(self):
        return self.words
