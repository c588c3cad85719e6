"""How somebody may safely be reached: one row for an individual, made when it is first kept."""

from django.conf import settings
from django.db import models

from .individual import Individual


class ContactWishes(models.Model):
    """What they said of being written to and rung. Where there is no row, the careful usual wishes hold."""

    class Size(models.TextChoices):
        USUAL = "", "Usual"
        LARGE = "large", "Large"
        LARGEST = "largest", "Largest"

    SHARED = (("email", "The email"), ("phone", "The phone"), ("device", "The screen they are read on"))

    individual = models.OneToOneField(Individual, models.PROTECT, related_name="contact_wishes")
    channels = models.JSONField(default=list, blank=True)  # safe ways; none written down: the one they like
    safe_from = models.TimeField(null=True, blank=True)
    safe_until = models.TimeField(null=True, blank=True)
    safe_days = models.JSONField(default=list, blank=True)  # 0 is Monday; none written down: every day
    post_to = models.CharField(max_length=250, blank=True, default="")  # a postal address of several lines
    may_write_there = models.BooleanField(default=False)
    letter_name = models.CharField(max_length=200, blank=True, default="")  # "": what they like to be called
    may_leave_voicemail = models.BooleanField(default=False)
    may_say_who_we_are = models.BooleanField(default=False)
    shared = models.JSONField(default=list, blank=True)  # which of SHARED somebody else sees too
    says_words = models.BooleanField(default=False)  # a message may say what it is about
    links_in_texts = models.BooleanField(default=False)
    wants_news = models.BooleanField(default=False)
    print_size = models.CharField(max_length=10, choices=Size.choices, blank=True, default=Size.USUAL)
    easy_words = models.BooleanField(default=False)
    language_note = models.CharField(max_length=200, blank=True, default="")
    easier = models.TextField(blank=True, default="")  # in their own words
    avoid = models.TextField(blank=True, default="")
    if_worried = models.CharField(max_length=250, blank=True, default="")  # whom to tell, as they say it
    told_to = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    asked_on = models.DateField()
    review_on = models.DateField()

    def __str__(self):
        return f"How {self.individual} is reached"

    @property
    def safe_channels(self) -> list[str]:
        """The ways that are safe; the one they like always is."""
        return self.channels or [self.individual.reached_by]

    @property
    def name(self) -> str:
        """What stands on a letter to them."""
        return self.letter_name or self.individual.called

    @property
    def post_address(self) -> str:
        """Where a letter may go, in lines; "" where we may not write."""
        return self.post_to if self.may_write_there else ""

    @property
    def others_may_read(self) -> bool:
        """Whether somebody else may see what a message is about."""
        return self.says_words and bool(self.shared)
