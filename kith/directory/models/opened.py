"""What is given out of the directory to everybody, and since when: what the open feeds are read from."""

from django.db import models


class OpenMark(models.Model):
    """One row: the largest `modified` used so far. Whoever changes what is given out holds it until the commit, so
    that a later change is never seen before an earlier one."""

    last = models.BigIntegerField(help_text="Milliseconds since 1970, or one more than the last where clocks stand.")
    stamp = models.CharField(max_length=40, help_text="Another one with each change: by it a kept page is still right.")

    def __str__(self) -> str:
        return str(self.last)


class OpenListing(models.Model):
    """A listing as other programs know it. It stays when the listing closes, so that they can be told."""

    activity = models.OneToOneField(
        "directory.Activity", primary_key=True, on_delete=models.CASCADE, related_name="opened"
    )
    open_id = models.UUIDField(unique=True, help_text="The source's own where that is a UUID, else version 5.")
    at_id = models.UUIDField(unique=True, help_text="Of the listing at its place.")
    run_by = models.UUIDField(db_index=True, help_text="Of the organisation, or of the group that runs itself.")
    modified = models.BigIntegerField(help_text="Milliseconds; raised by every change.")
    is_open = models.BooleanField(help_text="Going on and given out. What is over by its date is left out when asked.")
    over_after = models.DateField(null=True, help_text="The day of a one-off, or the last day to put a name down.")
    has_place = models.BooleanField()
    brief = models.TextField(help_text="As it stands in lists: JSON.")
    written_as = models.CharField(max_length=8, help_text="Which version of the code wrote `brief`.")
    is_series = models.BooleanField(help_text="Whether it is in the feed of physical activities now.")
    was_series = models.BooleanField(help_text="Whether it has ever been there.")
    laid_out_until = models.DateField(null=True, help_text="The last day whose sessions are in the feed.")

    class Meta:
        indexes = [
            models.Index(fields=["is_open", "open_id"], name="directory_open_in_order"),
            models.Index(fields=["was_series", "modified", "open_id"], name="directory_series_in_order"),
        ]

    def __str__(self) -> str:
        return str(self.open_id)


class OpenTerm(models.Model):
    """A term of a taxonomy under which a listing is given out."""

    listing = models.ForeignKey(OpenListing, on_delete=models.CASCADE, related_name="terms")
    taxonomy = models.CharField(max_length=12)
    term = models.UUIDField(db_index=True)
    name = models.CharField(max_length=100)

    class Meta:
        indexes = [models.Index(fields=["taxonomy", "name"], name="directory_terms_in_order")]

    def __str__(self) -> str:
        return self.name


class OpenSession(models.Model):
    """One time at which a series is on, from a few weeks ahead until a week after it is over or called off."""

    listing = models.ForeignKey(OpenListing, on_delete=models.CASCADE, related_name="sessions")
    open_id = models.UUIDField(unique=True)
    starts = models.DateTimeField()
    ends = models.DateTimeField(null=True)
    modified = models.BigIntegerField()
    is_gone = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["modified", "open_id"], name="directory_sessions_in_order")]

    def __str__(self) -> str:
        return f"{self.listing} at {self.starts:%Y-%m-%d %H:%M}"
