"""What is pasted on a first day: people and their next dates, and old notes."""

from django import forms

from kith.conversations.first_day.reading import LETTERS_AT_MOST, LINES_AT_MOST, too_much, without_blanks
from kith.design import fields
from kith.design.forms import KithForm

NOTES_LIMIT = 60_000


class PasteForm(KithForm):
    """One box, one person a line."""

    paste = fields.LongText(
        label="Your people",
        rows=10,
        limit=LETTERS_AT_MOST,
        tell_limit=False,
        hint=f"One a line: a name, then when and where if you know. Up to {LINES_AT_MOST} lines.",
        missing="Paste at least one name.",
    )

    def clean_paste(self):
        paste = self.cleaned_data["paste"]
        if reason := too_much(paste):
            raise forms.ValidationError(reason)
        return without_blanks(paste)


class OldNotesForm(KithForm):
    """Old notes, as they are."""

    notes = fields.LongText(
        label="Your old notes", rows=12, limit=NOTES_LIMIT, seen_only=True, missing="Paste what you have."
    )
