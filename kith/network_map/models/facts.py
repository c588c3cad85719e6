"""What is said of one connection: the same now, in the past, and in a picture. The least there can be about others."""

from django.db import models

NAME_LIMIT = 60
WORDS_LIMIT = 200


class Kind(models.TextChoices):
    """What it is."""

    PERSON = "person", "A person"
    GROUP = "group", "A group"
    PLACE = "place", "A place"
    ACTIVITY = "activity", "An activity"
    PET = "pet", "A pet"


class Circle(models.IntegerChoices):
    """How close, as the individual feels it."""

    CLOSE = 1, "Close"
    MIDDLE = 2, "In the middle"
    FURTHER = 3, "Further out"


class HowOften(models.TextChoices):
    """How often they meet or talk, roughly."""

    DAILY = "daily", "Most days"
    WEEKLY = "weekly", "Most weeks"
    MONTHLY = "monthly", "Most months"
    SELDOM = "seldom", "Now and then"


class Effect(models.TextChoices):
    """How it is for the individual."""

    GOOD = "good", "Good"
    MIXED = "mixed", "Mixed"
    HARD = "hard", "Hard"


class Wish(models.TextChoices):
    """What the individual would like of it."""

    MORE = "more", "More of this"
    SAME = "same", "As it is"
    LESS = "less", "Less of this"


class Facts(models.Model):
    """A chosen name and where it stands; the rest only as far as somebody cares to say it."""

    name = models.CharField(max_length=NAME_LIMIT)  # a first name, or what it is called; never how to reach them
    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.PERSON)
    is_paid = models.BooleanField(default=False)  # a person who is paid to be there
    circle = models.PositiveSmallIntegerField(choices=Circle.choices)
    how_often = models.CharField(max_length=8, choices=HowOften.choices, blank=True, default="")
    effect = models.CharField(max_length=5, choices=Effect.choices, blank=True, default="")
    gives_me = models.CharField(max_length=WORDS_LIMIT, blank=True, default="")
    i_give = models.CharField(max_length=WORDS_LIMIT, blank=True, default="")
    wish = models.CharField(max_length=5, choices=Wish.choices, blank=True, default="")
    how_met = models.CharField(max_length=WORDS_LIMIT, blank=True, default="")
    through = models.ForeignKey(  # the activity that brought it
        "directory.Activity", models.PROTECT, null=True, blank=True, related_name="+"
    )
    introduction = models.CharField(max_length=40, blank=True, default="")  # that led there, by its public id
    since_words = models.CharField(max_length=WORDS_LIMIT, blank=True, default="")  # “school”, “last spring”

    class Meta:
        abstract = True

    def __str__(self):
        return self.name

    @property
    def is_person(self) -> bool:
        return self.kind == Kind.PERSON

    @property
    def kind_words(self) -> str:
        """“A person, paid to be there”."""
        return PAID if self.is_paid else self.get_kind_display()

    @property
    def in_short(self) -> str:
        """“A place, most weeks, good”: what it is unless it is a person, and what was said in a press."""
        what = "Paid to be there" if self.is_paid else "" if self.is_person else self.get_kind_display()
        wish = "" if self.wish == Wish.SAME else self.get_wish_display()
        words = ", ".join(filter(None, [what, self.get_how_often_display(), self.get_effect_display(), wish]))
        return words[:1] + words[1:].lower()

    @property
    def goes_both_ways(self) -> bool:
        """They give something, and are given something."""
        return bool(self.gives_me and self.i_give)

    @property
    def through_words(self) -> str:
        """“Through an introduction to the library”; an activity is its own way here, and has the introduction alone."""
        place = "" if self.through is None or self.kind == Kind.ACTIVITY else self.through.name
        if self.introduction:
            return f"through an introduction{f' to {place}' if place else ''}"
        return f"through {place}" if place else ""

    @property
    def met_words(self) -> str:
        """How they met: their words first, then what brought it; "" when neither was said."""
        words = ", ".join(filter(None, [self.how_met, self.through_words]))
        return words if self.how_met else words[:1].upper() + words[1:]  # what they typed stays as they typed it

    @property
    def facts(self) -> dict:
        """What is said of it, by the names of the fields."""
        return {name: getattr(self, name) for name in FACTS}


PAID = "A person, paid to be there"
FACTS = ("name", "kind", "is_paid", "circle", "how_often", "effect", "wish")
FACTS += ("gives_me", "i_give", "how_met", "through", "introduction", "since_words")
