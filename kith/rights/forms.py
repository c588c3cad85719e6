"""What people type about rights."""

from django import forms

from kith.access import clock
from kith.design import fields
from kith.design.forms import KithForm

from .models import Pause, Removal, Request
from .rules import MOST_LETTERS

OF_USE = "About reading or using Kith:"
MONTHS = "Write a number of months, such as 96."
WORDS = {"limit": MOST_LETTERS, "tell_limit": False, "rows": 4}


class PutRightForm(KithForm):
    """Something that is not right, in their words."""

    words = fields.LongText(label="What is not right?", missing="Write what is not right. One line is enough.", **WORDS)


class AsToldForm(KithForm):
    """Written down by somebody else: what they asked for, and when that came in."""

    KINDS = (
        (Request.Kind.COPY, "A copy of everything"),
        (Request.Kind.CORRECT, "Something put right"),
        (Request.Kind.REMOVE, "What is kept removed"),
    )
    CAME = (("said", "Said it"), (Request.Came.LETTER, "By letter or email"))

    kind = fields.Choice(label="What did they ask for?", choices=KINDS)
    came = fields.Choice(label="How?", choices=CAME, look="segments")
    received_on = fields.Day(label="When did it come in?", today=clock.today)
    words = fields.LongText(label="In their words", required=False, **WORDS)


class OneOfSeveral(KithForm):
    """One of the forms on a page that ask for words: each box has an id of its own."""

    def __init__(self, *args, **more):
        super().__init__(*args, **{"auto_id": f"id_{type(self).__name__.lower()}_%s"} | more)


class PauseForm(OneOfSeveral):
    """What it waits for."""

    KINDS = ((Pause.Kind.CLARIFY, "To know what they want"), (Pause.Kind.IDENTITY, "To be sure who asks"))
    kind = fields.Choice(label="The clock stands still", choices=KINDS)
    words = fields.LongText(label="What do you ask them?", hint="They read it as you write it.", **WORDS)


class LongerForm(OneOfSeveral):
    """Why it takes two months more."""

    words = fields.LongText(label="Why is it a lot of work?", hint="They read it as you write it.", **WORDS)


class ComplaintForm(KithForm):
    """What happened, from anybody. Only the words are needed. `is_of_use`: about a page that they cannot use."""

    words = fields.LongText(label="What happened?", missing="Write what happened. One line is enough.", **WORDS)
    name = fields.ShortText(label="Your name", hint="You can leave this out.", required=False)
    reached_at = fields.ShortText(
        label="How can we answer you?",
        hint="An email address, a number or an address. Without one we look into it, but cannot tell you.",
        required=False,
        limit=250,
        tell_limit=False,
    )

    def __init__(self, *args, is_of_use: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        self.is_of_use = is_of_use
        if is_of_use:
            self.fields["words"].label = "What can you not read or use?"

    def clean_words(self):
        words = self.cleaned_data["words"]
        return f"{OF_USE}\n{words}" if self.is_of_use else words


class ComplaintAnswerForm(KithForm):
    """What was found, and what is done about it."""

    words = fields.LongText(label="The answer", hint="What was found, and what is done about it.", **WORDS)


class HoldForm(KithForm):
    """Why nothing may go."""

    words = fields.LongText(label="Why may nothing go?", **WORDS | {"rows": 2})


class RemoveForm(KithForm):
    """What goes, and why."""

    what = fields.Choice(label="What goes?", choices=Removal.What.choices)
    words = fields.LongText(label="The reason", hint="Without a name: it is kept for ever.", **WORDS | {"rows": 2})


class DiedForm(KithForm):
    """When they died, as far as it is known."""

    died_on = fields.Day(label="When did they die?", hint="You can leave this out.", today=clock.today, required=False)


class PeriodForm(KithForm):
    """For how long one kind of record is kept."""

    record_class = forms.CharField(max_length=20, widget=forms.HiddenInput)
    months = forms.IntegerField(
        min_value=1, error_messages={"required": MONTHS, "invalid": MONTHS, "min_value": MONTHS}
    )


class CoverForm(KithForm):
    """One passage that is somebody else's business."""

    mark = forms.CharField(max_length=120, widget=forms.HiddenInput)
    passage = fields.LongText(label="Words to cover", hint="Copy them as they stand.", **WORDS | {"rows": 2})
    reason = fields.ShortText(label="Why? They read it.", limit=500, tell_limit=False)


class HoldBackForm(KithForm):
    """One row that could do serious harm, with all that the law asks for."""

    mark = forms.CharField(max_length=120, widget=forms.HiddenInput)
    harm = fields.LongText(label="Which serious harm, and to whom?", **WORDS | {"rows": 2})
    evidence = fields.LongText(label="What shows it, and whose opinion is that?", **WORDS | {"rows": 2})
    review_on = fields.Day(label="When is it looked at again?", today=clock.today)
    reason = fields.ShortText(label="What are they told?", limit=500, tell_limit=False)


class AnswerForm(OneOfSeveral):
    """What became of it."""

    OUTCOMES = (
        (Request.Outcome.DONE, "Done"),
        (Request.Outcome.PART, "Done in part"),
        (Request.Outcome.NOT, "Not done"),
    )
    outcome = fields.Choice(label="What became of it?", choices=OUTCOMES, look="segments")
    words = fields.LongText(
        label="In words they read",
        hint="Where it is not all done: why, and that they can complain, to you and to the Information Commissioner.",
        required=False,
        **WORDS,
    )

    def clean(self):
        given = super().clean()
        is_done = given.get("outcome") == Request.Outcome.DONE
        if given.get("outcome") and not is_done and not given.get("words", "").strip():
            self.add_error("words", forms.ValidationError("Write why, and what they can do. They read it."))
        return given
