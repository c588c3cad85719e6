"""What is chosen on the page of people."""

from django import forms

from kith.design.forms import KithForm

from .who import EVERYBODY


class WhoForm(KithForm):
    """Somebody of the neighbourhood."""

    who = forms.ChoiceField(choices=[(who, person.name) for who, person in EVERYBODY.items()])
