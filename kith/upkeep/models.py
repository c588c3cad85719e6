"""What Kith remembers of its own clock: when each job was done, when it stood still or jumped, and each time that it
looked after what it keeps."""

from django.db import models


class Beat(models.Model):
    """One job of the clock: when it was last done, what kept it from working, and which clock has it just now.

    The row named `queries.CLOCK` is the clock itself, which beats once a minute."""

    job = models.CharField(max_length=80, unique=True)
    last_started_at = models.DateTimeField(null=True, blank=True)
    last_done_at = models.DateTimeField(null=True, blank=True)
    stumbles = models.PositiveIntegerField(default=0)  # in a row, until it works again
    problem = models.CharField(max_length=120, blank=True, default="")  # the kind of it; never what was in it
    held_by = models.CharField(max_length=64, blank=True, default="")
    held_until = models.DateTimeField(null=True, blank=True)

    def __str__(self):
        return self.job


class Interruption(models.Model):
    """A time without a clock, or a jump of the machine's own; kept so that somebody is told."""

    class Kind(models.TextChoices):
        STILL = "still", "stood still"
        JUMP = "jump", "the machine's clock jumped"

    kind = models.CharField(max_length=5, choices=Kind.choices)
    since = models.DateTimeField()  # the last beat before it
    noticed_at = models.DateTimeField()
    seconds = models.BigIntegerField(default=0)  # of a jump: forward, or back when below nought
    late = models.PositiveIntegerField(default=0)  # letters that left later than they were meant to
    held = models.PositiveIntegerField(default=0)  # letters that were of no use any more, and were not sent

    class Meta:
        ordering = ["-noticed_at", "-pk"]

    def __str__(self):
        return f"{self.get_kind_display()}, {self.noticed_at:%d %B %Y}"


class Round(models.Model):
    """One time that the trail was read through, a copy was made, or a copy was tried."""

    class Kind(models.TextChoices):
        TRAIL = "trail", "the trail was read"
        COPY = "copy", "a copy was made"
        DRILL = "drill", "a copy was tried"

    kind = models.CharField(max_length=5, choices=Kind.choices)
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)  # without it, it goes on, or was ended in the middle
    worked = models.BooleanField(default=False)
    words = models.CharField(max_length=500, blank=True, default="")  # what came of it; nothing of anybody's record

    class Meta:
        ordering = ["-began_at", "-pk"]

    def __str__(self):
        return f"{self.get_kind_display()}, {self.began_at:%d %B %Y}"
