"""A form's file, as a manager hands it over."""

from django import forms

from kith.design.forms import KithForm

from .located import MOST_BYTES


class FormFile(KithForm):
    """One file, of a bearable length."""

    file = forms.FileField(
        label="Add a form",
        help_text=f"A FHIR Questionnaire (R4, JSON). Up to {MOST_BYTES // 1_000_000} MB.",
        error_messages={
            "required": "Please choose a file.",
            "empty": "This file is empty. Please choose another.",
            "missing": "Please choose a file.",
        },
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(f"This file is larger than {MOST_BYTES // 1_000_000} MB.")
        return file
