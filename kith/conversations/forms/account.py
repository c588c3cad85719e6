"""Short answers: the individual's own account, a correction, and something to remember."""

from django import forms

from kith.conversations.models import Account
from kith.design import fields
from kith.design.forms import KithForm


class AccountForm(KithForm):
    """How the individual remembers it. They choose an answer; words are theirs to give."""

    answer = fields.Choice(label="Is this how you remember it?", choices=Account.Answer.choices)
    words = fields.LongText(label="How do you remember it?", required=False, rows=5)
    seen = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(self, *args, seen_by="", **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["words"].seen_by = seen_by

    def clean(self):
        given = super().clean()
        if given.get("answer") == Account.Answer.DIFFERS and not given.get("words", "").strip():
            self.add_error("words", "Write how you remember it. One line is enough.")
        return given


class CorrectionForm(KithForm):
    """The shared part again, put right. The old words are kept beside it."""

    words = fields.LongText(label="What you talked about", limit=20_000, rows=8)


class PromptForm(KithForm):
    """One thing to remember before the next meeting."""

    words = fields.ShortText(
        label="Before I see them again",
        limit=500,
        missing="Write what you would like to be reminded of.",
    )
