"""The thing people see: something to do, with its times and what is unsure about it."""

from datetime import date

from django.db import models
from django.db.models.functions import Lower

from kith.access import clock
from kith.access.public_ids import PublicIdField
from kith.directory.ages import Standing


class Kind(models.TextChoices):
    """What sort of thing it is: chooses the drawing, and keeps surprises varied."""

    MUSIC = "music", "Music and singing"
    SPORT = "sport", "Sport and keeping fit"
    WALK = "walk", "Walking and outdoors"
    CRAFT = "craft", "Making and art"
    GARDEN = "garden", "Growing and nature"
    FOOD = "food", "Food and drink"
    TALK = "talk", "Company and chat"
    LEARN = "learn", "Learning"
    FAITH = "faith", "Faith and reflection"
    STAGE = "stage", "Shows, films and dance"
    GAMES = "games", "Games and puzzles"
    HELPING = "helping", "Helping out"
    SUPPORT = "support", "Support and advice"
    FAMILY = "family", "Children and families"
    PLACE = "place", "A place to be"
    OTHER = "other", "Something else"


class Audience(models.TextChoices):
    """Whom it is for: everybody, people with one thing in common, or both."""

    MAINSTREAM = "mainstream", "For everybody"
    SPECIALIST = "specialist", "For people with something in common"
    MIXED = "mixed", "For both"
    UNKNOWN = "unknown", "Not known"


class Setting(models.TextChoices):
    """Where somebody is while they do it: only `PLACE` is ever near or far."""

    PLACE = "place", "At a place"
    REMOTE = "remote", "Online, or by telephone"
    HOME = "home", "They come to you"
    UNKNOWN = "unknown", "Not known"


STAYED_IN_FOR = (Setting.REMOTE, Setting.HOME)  # nobody goes out to it


class Status(models.TextChoices):
    """Only `LIVE` is ever found. `RETIRED` has gone from its source and lives again when it comes back; `OFF` has
    left the table because nobody said for long that it is right, and lives again when somebody does."""

    LIVE = "live", "Going on"
    CLOSED = "closed", "Closed"
    OFF = "off", "Off the table"
    RETIRED = "retired", "No longer listed"


class Activity(models.Model):
    """A listing. Its fields hold what is in force; a local edit is also kept as an `Overlay`."""

    public_id = PublicIdField()
    name = models.CharField(max_length=300)
    organisation = models.ForeignKey(
        "directory.Organisation", null=True, blank=True, on_delete=models.SET_NULL, related_name="activities"
    )
    place = models.ForeignKey(
        "directory.Place", null=True, blank=True, on_delete=models.SET_NULL, related_name="activities"
    )
    summary = models.TextField(blank=True, help_text="Plain text, one or two sentences.")
    long_text = models.TextField(blank=True, help_text="Plain text; paragraphs and bullets as lines.")
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.OTHER)
    categories = models.JSONField(default=list, blank=True, help_text="A list of words.")
    cost_words = models.TextField(blank=True)
    is_free = models.BooleanField(null=True, blank=True)
    price_pence = models.PositiveIntegerField(null=True, blank=True, help_text="The usual price of one time, in pence.")
    needs_funding = models.BooleanField(null=True, blank=True)
    taster = models.BooleanField(null=True, blank=True, help_text="A first time free or cheap.")
    kit_words = models.CharField(max_length=200, blank=True, help_text="What to buy at first, such as: gloves, £5.")
    travel_words = models.CharField(max_length=200, blank=True, help_text="There and back, such as: bus, £4.")
    audience = models.CharField(max_length=12, choices=Audience.choices, default=Audience.UNKNOWN)
    setting = models.CharField(max_length=8, choices=Setting.choices, default=Setting.UNKNOWN)
    access_words = models.TextField(blank=True)
    getting_there = models.TextField(blank=True)
    host_name = models.CharField(max_length=100, blank=True, help_text="A first name.")
    phone = models.CharField(max_length=60, blank=True)
    email = models.CharField(max_length=254, blank=True)
    url = models.TextField(blank=True)
    contact_is_public = models.BooleanField(
        default=False, help_text="Its source gives them out, or somebody said that anybody may have name and number."
    )
    what_to_expect = models.TextField(blank=True)
    form_asks = models.TextField(blank=True, help_text="What the place's own form asks.")
    on_date = models.DateField(null=True, blank=True, help_text="For a one-off.")
    apply_by = models.DateField(null=True, blank=True, help_text="The last day to put a name down.")
    keep_to_ourselves = models.BooleanField(default=False, help_text="In no open feed and no export.")
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.LIVE)
    last_checked_on = models.DateField(null=True, blank=True)
    last_checked_how = models.CharField(max_length=100, blank=True, help_text="Such as: rang them, went there.")
    checked_by = models.CharField(max_length=40, blank=True, help_text="A role word, never a name.")
    listed_on = models.DateField(default=clock.today, help_text="Its age counts from here until it is checked.")
    standing = models.CharField(max_length=8, blank=True, choices=Standing.choices, default=Standing.FINE)
    source = models.ForeignKey(
        "directory.Source", null=True, blank=True, on_delete=models.SET_NULL, related_name="activities"
    )
    external_id = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name_plural = "activities"
        ordering = ["name", "pk"]
        indexes = [
            models.Index(fields=["status", "kind"], name="directory_by_status_and_kind"),
            models.Index(Lower("email"), name="directory_by_address"),  # whose contact asks after all of theirs
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "external_id"],
                condition=~models.Q(external_id=""),
                name="directory_activity_once_a_source",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def over_after(self) -> date | None:
        """The last day on which somebody can still begin, where there is one."""
        return min(filter(None, (self.on_date, self.apply_by)), default=None)

    @property
    def is_given_out(self) -> bool:
        """Whether others may have it: it goes on, its source lets us, and nobody here keeps it back."""
        may_be = self.source is None or self.source.may_give_out
        return self.status == Status.LIVE and may_be and not self.keep_to_ourselves

    @property
    def is_gone_to(self) -> bool:
        """Whether people go out to it: it is neither online nor at their own home, as far as anybody knows."""
        return self.setting not in STAYED_IN_FOR

    @property
    def known_as(self) -> str:
        """The id others know it by: the one it was imported with, else the public one."""
        return self.external_id or self.public_id


class Frequency(models.TextChoices):
    WEEKLY = "weekly", "Every week"
    FORTNIGHTLY = "fortnightly", "Every two weeks"
    MONTHLY = "monthly", "Every month"


class Times(models.Model):
    """One regular time. Clock times are local to the place."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="times")
    weekday = models.PositiveSmallIntegerField(null=True, blank=True, help_text="0 is Monday.")
    starts = models.TimeField(null=True, blank=True)
    ends = models.TimeField(null=True, blank=True)
    frequency = models.CharField(max_length=12, choices=Frequency.choices, default=Frequency.WEEKLY)
    week_of_month = models.SmallIntegerField(null=True, blank=True, help_text="1 to 5, or -1 for the last.")
    words = models.CharField(max_length=300, blank=True)
    valid_from = models.DateField(null=True, blank=True, help_text="The first day; every other week counts from it.")
    valid_until = models.DateField(null=True, blank=True, help_text="The last day.")
    not_on = models.JSONField(default=list, blank=True, help_text="Days it does not happen, as 2026-12-24.")
    term_times_only = models.BooleanField(default=False, help_text="Not in school holidays.")

    class Meta:
        verbose_name_plural = "times"
        ordering = ["weekday", "starts", "week_of_month", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(weekday__isnull=True) | models.Q(weekday__range=(0, 6)),
                name="directory_times_have_a_weekday",
            )
        ]

    def __str__(self) -> str:
        return self.words or f"{self.get_frequency_display()}, day {self.weekday}"


class Suggestion(models.Model):
    """A fact found in prose and not yet looked at by anybody: always shown as unsure, with its words."""

    class State(models.TextChoices):
        OFFERED = "offered", "Not looked at yet"
        ACCEPTED = "accepted", "Right"
        DISMISSED = "dismissed", "Not right"

    public_id = PublicIdField()
    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="suggestions")
    field = models.CharField(max_length=20, help_text="times, price_pence, is_free, taster or setting.")
    value = models.JSONField()
    words = models.CharField(max_length=300, help_text="What the text says, word for word.")
    state = models.CharField(max_length=10, choices=State.choices, default=State.OFFERED)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["activity", "field", "words"], name="directory_suggestion_once")]

    def __str__(self) -> str:
        return f"{self.field}: “{self.words}”"
