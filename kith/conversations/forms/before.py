"""What is typed before a meeting: its facts, the few words that tell of it, a question, an answer."""

from django import forms

from kith.conversations.before.rules import LETTERS_AT_MOST
from kith.design import fields
from kith.design.forms import KithForm

MINUTES = [
    ("15", "15 minutes"),
    ("30", "Half an hour"),
    ("45", "45 minutes"),
    ("60", "An hour"),
    ("90", "An hour and a half"),
]


class FactsForm(KithForm):
    """How long there is, and what it is for."""

    minutes = forms.TypedChoiceField(label="How long?", coerce=int, empty_value=None, required=False)
    why = fields.ShortText(
        label="Why do you meet?",
        limit=300,
        required=False,
        hint="As you would say it to them. Leave it if it is plain.",
    )

    def __init__(self, *args, minutes: int, **kwargs):
        super().__init__(*args, **kwargs)
        usual = [] if str(minutes) in dict(MINUTES) else [(str(minutes), f"{minutes} minutes")]
        self.fields["minutes"].choices = usual + MINUTES


class TellForm(KithForm):
    """The words, just as they will go."""

    words = fields.LongText(label="The words", required=False, rows=5, limit=500, tell_limit=False)
    link = fields.Choice(
        label="A link to a page about this meeting",
        choices=[("yes", "With a link"), ("no", "Words alone")],
        look="segments",
        required=False,
        hint="They can ask something first there. Nobody signs in.",
    )
    made = forms.CharField(widget=forms.HiddenInput, required=False)
    link_id = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)


class AskForm(KithForm):
    """One box."""

    question = fields.LongText(
        label="Ask me something first",
        rows=3,
        limit=LETTERS_AT_MOST,
        tell_limit=False,
        missing="Write what you would like to ask. One line is enough.",
    )


class SoonerForm(KithForm):
    """Words are theirs to give."""

    reason = fields.LongText(
        label="Anything you would like to say?", required=False, rows=3, limit=LETTERS_AT_MOST, tell_limit=False
    )


class AnswerForm(KithForm):
    """The worker's answer."""

    reply = fields.LongText(
        label="Your answer", rows=4, limit=2_000, tell_limit=False, missing="Write a few words of answer."
    )
