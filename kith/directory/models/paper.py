"""A photograph, scan or PDF of a leaflet that was handed in, and what was read on it until somebody decides."""

from django.db import models

from kith.access.public_ids import PublicIdField


class Paper(models.Model):
    """One file, kept by its public id until it lies on the table or is thrown away."""

    class State(models.TextChoices):
        WAITING = "waiting", "Being read"
        READ = "read", "Ready to be looked at"
        NOT_READ = "not_read", "Could not be read"
        DONE = "done", "On the table"
        GONE = "gone", "Thrown away"

    public_id = PublicIdField()
    called = models.CharField(max_length=200, help_text="The file's own name, to tell it from others.")
    handed_in_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    problem = models.CharField(max_length=300, blank=True, help_text="The sentence that says why it was not read.")
    found = models.JSONField(default=dict, blank=True, help_text='{field: {"value", "words", "sure"}}')
    front = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="+", help_text="Whose other side this is."
    )
    activity = models.ForeignKey(
        "directory.Activity", null=True, blank=True, on_delete=models.SET_NULL, related_name="papers"
    )

    class Meta:
        ordering = ["-handed_in_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.called}: {self.get_state_display()}"

    @property
    def known_as(self) -> str:
        """The name that was read on it; else the file's own."""
        return self.found.get("name", {}).get("value") or self.called
