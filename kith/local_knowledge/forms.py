"""What people type about a place."""

from django import forms

from kith.access import clock
from kith.design import fields
from kith.design.forms import KithForm

from .models import Knowledge


class Note(KithForm):
    """One thing the team knows of a place."""

    kind = fields.Choice(
        label="What is it?",
        choices=Knowledge.Kind.choices,
        look="segments",
        initial=Knowledge.Kind.KNOWS_SOMEBODY,
    )
    words = fields.LongText(
        label="In a few words",
        hint="If you know somebody: just who, such as “Sam”. The people we support see that name.",
        limit=500,
        rows=2,
        tell_limit=False,
        required=False,
    )
    heard_from = fields.ShortText(label="Who told you? (if you like)", required=False)


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
