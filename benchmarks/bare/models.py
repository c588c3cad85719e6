"""Something to ask for."""

from django.db import models


class Note(models.Model):
    """A few words about a day."""

    author = models.PositiveIntegerField()
    subject = models.PositiveIntegerField()
    words = models.TextField()
    day = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["author", "subject", "day"])]

    def __str__(self):
        return self.words
