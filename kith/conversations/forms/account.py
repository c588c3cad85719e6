"""Short answers: the individual's own account, a correction, and something to remember."""

from django import forms

from kith.conversations.models import Account, Feeling
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
    seen = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def kept_before(self, name: str) -> str:
        """What was written before is not asked about again."""
        return self.initial.get(name, "")

    def go_on_from(self, seen: str, reason: str):
        """The same words, beside what was written meanwhile: a second press keeps them."""
        self.data = self.data.copy()
        self.data["seen"] = seen
        self.add_error(None, reason)


class FeelingForm(KithForm):
    """How it was, in one tap. What is only for them is ticked before."""

    how = fields.Choice(label="How was it?", choices=Feeling.How.choices)
    only_for_me = forms.BooleanField(required=False)


class PromptForm(KithForm):
    """One thing to remember before the next meeting."""

    words = fields.ShortText(
        label="Before I see them again",
        limit=500,
        missing="Write what you would like to be reminded of.",
    )
