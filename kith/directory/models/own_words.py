"""What this install added to the vocabulary: everyday phrases, and ideas of its own."""

from django.db import models

from kith.access.public_ids import PublicIdField

from .activity import Kind


class OwnIdea(models.Model):
    """An idea that does not come with Kith. Its fields are those of a [[concept]] in the files of the vocabulary."""

    public_id = PublicIdField()
    name = models.CharField(max_length=80, unique=True)
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.OTHER)
    broader = models.CharField(max_length=80, blank=True, help_text="The name of the wider idea.")
    means = models.JSONField(default=list, help_text="What leaflets call it.")
    openactive = models.JSONField(default=dict, blank=True, help_text="Labels and addresses in the OpenActive list.")
    from_file = models.BooleanField(default=False)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class OwnPhrase(models.Model):
    """Something people here say, and the idea that they mean by it, by its name."""

    public_id = PublicIdField()
    words = models.CharField(max_length=80)
    term = models.CharField(max_length=200, unique=True, help_text="Its stems: what it is heard by.")
    idea = models.CharField(max_length=80)
    from_file = models.BooleanField(default=False)
    added_on = models.DateField()

    class Meta:
        ordering = ["idea", "words"]

    def __str__(self) -> str:
        return f"{self.words}: {self.idea}"


class OwnWordsStamp(models.Model):
    """Another value after every change, so that each process notices that the vocabulary is another."""

    stamp = models.CharField(max_length=32)

    def __str__(self) -> str:
        return self.stamp
