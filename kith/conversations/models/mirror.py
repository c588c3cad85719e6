"""What the practice mirror keeps: the one answer of an individual, and what a team was told of a quarter."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kith.access.encryption import EncryptedTextField


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


class LooksBack(models.Model):
    """Whether the workers of a team are offered eleven sentences to look back with."""

    team = models.OneToOneField("people.Team", models.PROTECT, related_name="+")
    on_since = models.DateTimeField(null=True, blank=True)  # None: switched off again

    class Meta:
        verbose_name_plural = "look back"

    def __str__(self):
        return f"{self.team}: {'on' if self.on_since else 'off'}"


class LookBack(models.Model):
    """What a worker gave one sentence in a quarter, and an example: for nobody's eyes but theirs."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    begins_on = models.DateField()  # of the quarter
    sentence = models.CharField(max_length=40)
    number = models.PositiveSmallIntegerField(null=True, blank=True)  # None: left out
    example = EncryptedTextField(blank=True, default="")
    said_at = models.DateTimeField()

    class Meta:
        ordering = ["-begins_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["user", "begins_on", "sentence"], name="one_number_a_quarter_and_sentence"),
            models.CheckConstraint(
                name="a_look_back_is_from_one_to_nine",
                condition=Q(number__isnull=True) | Q(number__gte=1, number__lte=9),
            ),
        ]

    def __str__(self):
        return f"{self.sentence}, quarter from {self.begins_on}"
