"""A file, as a manager hands it over."""

from django import forms

from kith.design.forms import KithForm

from .located import MOST_BYTES


class BroughtFile(KithForm):
    """One file, of a bearable length. Whoever needs another kind says what it is, and how large it may be."""

    most, most_in_words = MOST_BYTES, f"{MOST_BYTES // 1_000_000} MB"
    file = forms.FileField(
        error_messages={
            "required": "Please choose a file.",
            "empty": "This file is empty. Please choose another.",
            "missing": "Please choose a file.",
        },
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > self.most:
            raise forms.ValidationError(f"This file is larger than {self.most_in_words}.")
        return file


class FormFile(BroughtFile):
    """An agency's form."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"].label = "Add a form"
        self.fields["file"].help_text = f"A FHIR Questionnaire (R4, JSON). Up to {self.most_in_words}."
