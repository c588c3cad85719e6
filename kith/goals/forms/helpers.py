"""What people type about those who lend a hand."""

from kith.design import fields
from kith.design.forms import KithForm
from kith.goals.models import HelperPage
from kith.goals.rules import PAGE_WORDS_LIMIT, TOLD_LIMIT

from .goals import Named

Reach = HelperPage.Reach
HOW_LONG = [("30", "A month"), ("90", "Three months"), ("180", "Six months")]


class HelperForm(Named):
    """Who lends a hand, how, and when they have time."""

    called = "helper"
    name = fields.ShortText(label="Who?", missing="Please write a name, so that we know who it is.")
    how_they_help = fields.ShortText(
        label="How do they help?", hint="Like “comes along the first time”.", required=False
    )
    has_time = fields.ShortText(label="When do they have time?", hint="Like “Saturday mornings”.", required=False)


class PageForm(Named):
    """What a helper's page says, whom it lets them ring, and until when it opens."""

    called = "page"
    words = fields.LongText(
        label="What is it, in the words they read?",
        hint="Nothing of the notebook stands on their page but this.",
        rows=2,
        limit=PAGE_WORDS_LIMIT,
        tell_limit=False,
        missing="Please write what they help with.",
    )
    reach = fields.Choice(label="May they ring somebody?", choices=(), look="segments")
    number = fields.Phone(label="On which number?", required=False)
    days = fields.Choice(label="How long does the page open?", choices=HOW_LONG, look="segments")

    def __init__(self, *args, numbers: dict[str, tuple[str, str]], **kwargs):
        """`numbers`: the name and the number known of each who may be rung, by what is chosen."""
        super().__init__(*args, **kwargs)
        self.numbers = numbers
        names = [(reach, name) for reach, (name, _) in numbers.items()]
        self.fields["reach"].choices = [(Reach.NOBODY.value, "Nobody"), *names]

    def clean(self) -> dict:
        """A number that is known already need not be written again."""
        chosen = super().clean()
        reach = chosen.get("reach")
        if reach in self.numbers and "number" not in self.errors:
            chosen["number"] = chosen.get("number") or self.numbers[reach][1]
            if not chosen["number"]:
                self.add_error("number", "Please write the number, or choose Nobody.")
        if reach == Reach.NOBODY:
            chosen["number"] = ""
        return chosen

    @property
    def said(self) -> dict:
        """What the action takes."""
        return self.cleaned_data | {"days": int(self.cleaned_data["days"])}


class TellForm(KithForm):
    """The small box on a helper's page."""

    words = fields.LongText(
        label="Your words",
        rows=3,
        limit=TOLD_LIMIT,
        tell_limit=False,
        missing="Please write a few words first. Or leave it: nothing is asked of you.",
    )

    def __init__(self, *args, name: str = "", **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["words"].label = f"Something to tell {name}, if you like"
        self.fields["words"].help_text = f"{name} reads it first."
