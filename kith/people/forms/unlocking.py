"""The number that takes a screen back."""

from django import forms
from django.core.exceptions import ValidationError

from kith.design.fields import ShortText
from kith.design.forms import KithForm
from kith.people import rules

HIDDEN = forms.PasswordInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
SHOWN = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "spellcheck": "false"})


class UnlockForm(KithForm):
    """Typed where others may look on, so it is not shown."""

    number = ShortText(
        label="Your number", limit=8, tell_limit=False, missing="Please type your number.", widget=HIDDEN
    )


class UnlockNumberForm(KithForm):
    """A number of one's own. Shown while it is chosen, so that it is typed as it was meant."""

    number = ShortText(
        label="A number you will remember",
        hint="Four to eight figures. Not the one of your bank card.",
        limit=8,
        tell_limit=False,
        missing="Please type a number.",
        widget=SHOWN,
    )

    def clean_number(self):
        number = self.cleaned_data["number"]
        reason = rules.cannot_unlock_with(number)
        if reason:
            raise ValidationError(reason)
        return number
