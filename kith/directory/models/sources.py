"""Where listings come from: the source, the record as it came, each run, and local edits."""

from django.db import models

from kith.access.public_ids import PublicIdField


class Source(models.Model):
    """A directory we read from."""

    public_id = PublicIdField()
    name = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=12, blank=True, help_text="oruk, csv or openactive.")
    licence = models.CharField(max_length=300, blank=True, help_text="Under which it gives its data, in words.")
    may_give_out = models.BooleanField(default=True, help_text="Its licence lets us give its listings out again.")
    refreshed_on = models.DateField(null=True, blank=True, help_text="When all of it was last read anew.")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class ImportRun(models.Model):
    """One reading of one source, and what came of it."""

    public_id = PublicIdField()
    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="runs")
    at = models.DateTimeField()
    created = models.PositiveIntegerField(default=0)
    updated = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    retired = models.PositiveIntegerField(default=0)
    rejected = models.JSONField(default=list, help_text='[{"id", "reason"}]')

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.source} at {self.at:%Y-%m-%d %H:%M}"


class RawRecord(models.Model):
    """An entry exactly as it came, so that it can be read again by a better reader."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="records")
    external_id = models.CharField(max_length=200)
    activity = models.ForeignKey(
        "directory.Activity", null=True, blank=True, on_delete=models.SET_NULL, related_name="raw_records"
    )
    raw = models.TextField(help_text="JSON, keys sorted.")
    sha256 = models.CharField(max_length=64, help_text="Of `raw` and of the reader's version.")
    seen_in_run = models.ForeignKey(ImportRun, on_delete=models.RESTRICT, related_name="records_seen")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "external_id"], name="directory_record_once_a_source")]

    def __str__(self) -> str:
        return f"{self.source}: {self.external_id}"


class Overlay(models.Model):
    """A local edit. It is in force until taken off; what the source says now stands beside it."""

    activity = models.ForeignKey("directory.Activity", on_delete=models.CASCADE, related_name="overlays")
    field = models.CharField(max_length=30)
    value = models.JSONField(null=True)
    imported_value = models.JSONField(null=True)
    made_on = models.DateField()

    class Meta:
        ordering = ["field"]
        constraints = [models.UniqueConstraint(fields=["activity", "field"], name="directory_overlay_once_a_field")]

    def __str__(self) -> str:
        return f"{self.activity}: {self.field}"

    @property
    def differs(self) -> bool:
        """Whether the source says something else."""
        return self.value != self.imported_value
