"""How a place may reach somebody, as they picked it: a telephone number, or an email for whoever likes no calls."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from kith.design import fields

LONGEST = 254


class Contact(fields.Phone):
    """A number cleaned as any other, or one whole email address."""

    widget = forms.TextInput(attrs={"type": "text", "autocomplete": "off", "maxlength": LONGEST})

    def to_python(self, value):
        typed = str(value or "").strip()
        if "@" not in typed:
            return super().to_python(value)
        try:
            validate_email(typed)
        except ValidationError:
            raise ValidationError("Write the whole address, like name@place.example.") from None
        if len(typed) > LONGEST:
            raise ValidationError("That is longer than an email address can be.")
        return typed
