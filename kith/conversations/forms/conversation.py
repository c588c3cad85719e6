"""What may be marked in a conversation, and something they like. All of it may stay empty."""

from django import forms

from kith.design import fields
from kith.design.forms import KithForm


class MarksForm(KithForm):
    """One tap each."""

    topics = fields.Choices(label="We talked about", choices=[], look="segments", required=False)
    arrived = fields.ShortText(label="How did they arrive?", required=False, limit=300, tell_limit=False)
    met_early = fields.YesNo(label="Was this that meeting?", yes="Yes, we met early", required=False)
    written_from = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def __init__(self, *args, name: str, marks: list[str], planned: str = "", **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["topics"].choices = [(words, words[:1].upper() + words[1:]) for words in marks]
        self.fields["arrived"].label = f"How did {name} arrive?"
        self.fields["arrived"].help_text = "As they said it, if they did. This is asked once."
        self.fields["met_early"].label = f"Was this the meeting planned for {planned}?"
        if not planned:
            del self.fields["met_early"]


class LikeForm(KithForm):
    """Free words first; labels may follow."""

    like = fields.ShortText(
        label="Something they like", hint="In their words.", missing="Write one thing, or leave it."
    )
