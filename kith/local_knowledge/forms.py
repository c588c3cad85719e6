"""What people type about a place."""

from django import forms

from kith.access import clock
from kith.design import fields
from kith.design.forms import KithForm

from .models import Knowledge

NOT_SAID = ("", "Not said")
AFTER = [*((value, words.capitalize()) for value, words in Knowledge.After.choices), NOT_SAID]


class WhatIsHard(KithForm):
    """A barrier that belongs to the place, and what was agreed about it. None of it is needed."""

    hurdle = fields.Choice(
        label="What is hard there?",
        choices=[*Knowledge.Hurdle.choices, NOT_SAID],
        hint="The people we support read only what helps, such as “ring first”.",
        look="segments",
        initial="",
        required=False,
    )
    agreed = fields.ShortText(
        label="What was agreed about it",
        hint="Such as “there is a side room”. The people we support read this.",
        required=False,
    )
    agreed_with = fields.ShortText(label="With whom", limit=100, tell_limit=False, required=False)


class Note(WhatIsHard):
    """One thing the team knows of a place. All but what it is may be left out."""

    kind = fields.Choice(
        label="What is it?",
        choices=Knowledge.Kind.choices,
        initial=Knowledge.Kind.KNOWS_SOMEBODY,
    )
    words = fields.LongText(
        label="In a few words",
        hint="If you know somebody: just who, such as “Sam”.",
        limit=500,
        rows=2,
        tell_limit=False,
        required=False,
    )
    may_be_named = fields.Choices(
        label="Have you asked them?",
        choices=[("yes", "Yes: the people we support may read their name")],
        hint="Until then we say “knows somebody there”.",
        required=False,
    )
    after = fields.Choice(
        label="After what?",
        choices=AFTER,
        look="segments",
        initial="",
        required=False,
    )
    heard_from = fields.ShortText(label="Who told you? (if you like)", required=False)

    def clean_may_be_named(self) -> bool:
        """Asked or not."""
        return bool(self.cleaned_data["may_be_named"])

    @property
    def opens(self) -> dict[str, bool]:
        """Which folded parts have something in them to look at."""
        return {
            "named": bool(self["may_be_named"].errors or self.data.get("may_be_named")),
            "hard": any(self[name].errors or self.data.get(name) for name in ("hurdle", "agreed", "agreed_with")),
            "how": any(self[name].errors or self.data.get(name) for name in ("after", "heard_from")),
        }


class Agreed(KithForm):
    """What a place agreed to about something that is hard there."""

    agreed = fields.ShortText(
        label="What was agreed?",
        hint="Such as “there is a side room”. The people we support read it.",
        missing="Please write what was agreed, such as “there is a side room”.",
    )
    agreed_with = fields.ShortText(label="With whom?", limit=100, tell_limit=False, required=False)

    def __init__(self, *args, about: str, **kwargs):
        """`about`: the public id of what it is about, as several stand on one page."""
        super().__init__(*args, auto_id=f"{about}_%s", **kwargs)
        self.about = about


class Until(KithForm):
    """The day a place has room again, where they know it."""

    opens_on = fields.Day(
        label="From which day is there room again?",
        hint="Leave it out if nobody knows.",
        required=False,
        today=clock.today,
    )


class Photograph(KithForm):
    """The leaflet itself, as a telephone sees it."""

    picture = forms.FileField(
        label="A photograph of the leaflet",
        help_text="Up to 12 MB. Only the picture is kept: not where or when it was taken.",
        error_messages={
            "required": "Please choose a photograph.",
            "empty": "This file is empty. Please choose another.",
            "missing": "Please choose a photograph.",
        },
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )
    until = fields.Day(
        label="Until which day does it hold?",
        hint="Leave it if the leaflet names none: it stays for a year.",
        required=False,
        today=clock.today,
    )
