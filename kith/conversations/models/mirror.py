"""What the practice mirror keeps: the one answer of an individual, and what a team was told of a quarter."""

from django.db import models


class GoneThrough(models.Model):
    """Whether anybody went through this way of working with them. Asked once; a skip counts nowhere."""

    class Answer(models.TextChoices):
        YES = "yes", "Yes"
        PARTLY = "partly", "Partly"
        NO = "no", "No"
        SKIPPED = "skipped", "Not now"

    individual = models.OneToOneField("people.Individual", models.PROTECT, related_name="+")
    answer = models.CharField(max_length=8, choices=Answer.choices)
    given_on = models.DateField()

    def __str__(self):
        return f"{self.individual}: {self.get_answer_display()}"


class Picture(models.Model):
    """What a team is told of one quarter: sentences alone, made once, so that no two can be taken apart."""

    team = models.ForeignKey("people.Team", models.PROTECT, related_name="+")
    begins_on = models.DateField()
    told = models.JSONField(default=dict)  # by signal: “24 of 40”, or why it is not told
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-begins_on"]
        constraints = [models.UniqueConstraint(fields=["team", "begins_on"], name="one_picture_of_a_quarter")]

    def __str__(self):
        return f"{self.team} from {self.begins_on}"
