"""What people type when somebody moves on."""

from django import forms

from kith.design import fields
from kith.design.forms import KithForm

from .models import AboutTalk, Keeping, Part
from .models.talk import WORDS_LIMIT
from .rules import NO_LIMIT

AS_LONG = "as long"


class PartForm(KithForm):
    """One part. `seen` is the version that stood on the page; `kind` says which part it is."""

    words = fields.LongText(label="Words", rows=4, limit=WORDS_LIMIT, tell_limit=False, required=False)
    kind = forms.ChoiceField(choices=Part.Kind.choices, widget=forms.HiddenInput)
    seen = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(self, *args, title="", hint="", kept="", **kwargs):
        super().__init__(*args, **kwargs)
        words = self.fields["words"]
        words.label, words.help_text = title or words.label, hint
        self.kept = kept

    def kept_before(self, name: str) -> str:
        """What stands there already is not asked about again."""
        return self.kept


class AnswerForm(KithForm):
    """What the individual says to all of it. `seen` is what others had written last, as the page showed it."""

    answer = fields.Choice(label="Is this how you see it?", choices=AboutTalk.Answer.choices)
    words = fields.LongText(label="How do you see it?", rows=4, limit=WORDS_LIMIT, tell_limit=False, required=False)
    seen = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    @property
    def is_in_own_words(self) -> bool:
        """Whether they see it differently; once it is valid."""
        return self.cleaned_data.get("answer") == AboutTalk.Answer.DIFFERS

    def clean(self):
        given = super().clean()
        if given.get("answer") == AboutTalk.Answer.DIFFERS and not given.get("words", "").strip():
            self.add_error("words", "Write how you see it. One line is enough.")
        return given


class AskMeForm(KithForm):
    """When to be asked how it goes, once."""

    CHOICES = (("0", "Not at all"), ("1", "In a month"), ("3", "In 3 months"), ("6", "In 6 months"))
    months = fields.Choice(label="Ask me how it goes", choices=CHOICES, look="segments")

    def clean_months(self) -> int:
        return int(self.cleaned_data["months"])


class NotHereForm(KithForm):
    """Why somebody cannot come back here, and who can help instead: they read both."""

    not_here = fields.LongText(
        label="Why it cannot be here",
        hint="In your own words, as you would say it to them. They read it.",
        rows=2,
        limit=NO_LIMIT,
        tell_limit=False,
        missing="Please write why it cannot be here.",
    )
    who_helps = fields.LongText(
        label="Who can help, and how to reach them",
        hint="A name, a number and when somebody answers.",
        rows=2,
        limit=NO_LIMIT,
        tell_limit=False,
        missing="Please write who can help, and how to reach them.",
    )

    def __init__(self, *args, wish: str, **kwargs):
        super().__init__(*args, auto_id=f"{wish}_%s", **kwargs)
        self.wish = wish


class KeepingForm(KithForm):
    """How long a team keeps pages, and how people come back."""

    MONTHS = (
        ("3", "3 months"),
        ("6", "6 months"),
        ("12", "A year"),
        ("24", "2 years"),
        (AS_LONG, "As long as they like"),
    )
    months = fields.Choice(label="How long does a page stay after the last day?", choices=MONTHS, look="segments")
    come_back = fields.LongText(
        label="How people come back, in your words",
        hint="Short. Nobody has to explain.",
        rows=3,
        limit=1_000,
        tell_limit=False,
        required=False,
    )
    who = fields.ShortText(label="Whom they ask for", limit=120, tell_limit=False, required=False)
    number = fields.ShortText(label="A number, and when somebody answers", limit=120, tell_limit=False, required=False)

    def clean_months(self) -> int | None:
        chosen = self.cleaned_data["months"]
        return None if chosen == AS_LONG else int(chosen)

    @staticmethod
    def as_it_is(keeping: Keeping) -> dict:
        """What stands now."""
        months = AS_LONG if keeping.months is None else str(keeping.months)
        return {"months": months, "come_back": keeping.come_back, "who": keeping.who, "number": keeping.number}
