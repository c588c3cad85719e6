"""What keeps listings true: what was said of them, whom we ask, what was asked, and which websites answer."""

from django.db import models

from kith.access.public_ids import PublicIdField


class Doubt(models.Model):
    """Somebody said, of a listing, that it has stopped or changed. It waits for whoever keeps the table."""

    class Kind(models.TextChoices):
        GONE = "gone", "It has stopped"
        CHANGED = "changed", "Something has changed"

    public_id = PublicIdField()
    activity = models.ForeignKey("directory.Activity", on_delete=models.CASCADE, related_name="doubts")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    words = models.CharField(max_length=500, blank=True, help_text="Of the place alone.")
    said_on = models.DateField()
    said_by = models.CharField(max_length=40, blank=True, help_text="A role word, never a name.")
    seen_to_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-said_on", "-pk"]
        indexes = [
            models.Index(
                fields=["kind", "said_on"],
                condition=models.Q(seen_to_on__isnull=True),
                name="directory_doubts_waiting",
            )
        ]

    def __str__(self) -> str:
        return f"{self.activity}: {self.get_kind_display()}"


class Contact(models.Model):
    """An address that listings give to everybody, and which may be asked whether they are right."""

    public_id = PublicIdField()
    email = models.CharField(max_length=254, unique=True, help_text="In small letters.")
    asked_on = models.DateField(null=True, blank=True)
    stopped_on = models.DateField(null=True, blank=True, help_text="They asked not to be written to.")
    rests_since = models.DateField(null=True, blank=True, help_text="A letter came back.")

    def __str__(self) -> str:
        return self.email


class Asked(models.Model):
    """One listing, in one letter to its contact."""

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="asked")
    activity = models.ForeignKey("directory.Activity", on_delete=models.CASCADE, related_name="asked")
    on = models.DateField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["activity", "on"], name="directory_asked_once_a_day")]

    def __str__(self) -> str:
        return f"{self.activity}, {self.on}"


class Website(models.Model):
    """A web address that listings give, and whether it answers."""

    address = models.CharField(max_length=500, unique=True)
    looked_on = models.DateField(null=True, blank=True)
    silent_days = models.PositiveSmallIntegerField(default=0, help_text="Different days in a row without an answer.")
    silent_on = models.DateField(null=True, blank=True, help_text="The last of them.")

    class Meta:
        indexes = [models.Index(fields=["looked_on"], name="directory_websites_by_look")]

    def __str__(self) -> str:
        return self.address
