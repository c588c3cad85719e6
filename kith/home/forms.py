"""What is typed to let somebody in. Nothing is chosen before they choose it."""

from django.template.defaultfilters import truncatechars

from kith.design import fields
from kith.design.forms import KithForm
from kith.people import supporting
from kith.people.models import Individual
from kith.people.supporting import LetIn

from .queries.shown import Part, with_what_is_under

THINGS = "things_"
SHORT = 60  # letters of a thing, to be known again
ALONE = [("yes", "I talked with them alone, and they want this")]
HOW = [("told", "Told me, in the room"), ("paper", "Wrote it on paper")]


class LetInForm(KithForm):
    """Who, what, what for and until when. `offered`: every part with its things as they stand now."""

    recipient = fields.ShortText(label="Their name", missing="Please write their name.")
    email = fields.Email(label="Their email address", hint="They sign in with it. There is no password.")
    knows = fields.Choice(label="Who are they to you?", choices=(), missing="Please choose what fits best.")
    purpose = fields.ShortText(
        label="What for?",
        hint="In your own words. They read this too.",
        limit=300,
        tell_limit=False,
        missing="Please say what for. One line is enough.",
    )
    new_too = fields.Choices(
        label="New things too?",
        hint="If you choose nothing here, they see only what you choose above, as it is today.",
        choices=(),
        required=False,
    )
    months = fields.Choice(label="For how long?", hint="Before it ends, you are asked. They are not.", choices=())
    how = fields.Choice(label="How did they say yes?", choices=HOW, missing="Please choose how.")
    alone = fields.Choices(label="Alone", choices=ALONE, required=False)

    def __init__(self, *args, individual: Individual, offered: list[Part], is_own: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.individual, self.is_own = individual, is_own
        self.offered = [part for part in offered if part.things]
        self.fields["knows"].choices = list(supporting.ways_to_know().items())
        self.fields["months"].choices = [(str(each), _months(each)) for each in supporting.MONTHS]
        self.fields["months"].initial = str(supporting.USUAL)
        self.fields["new_too"].choices = [(part.section, part.title) for part in offered]
        for part in self.offered:
            listed = [(thing.key, _in_short(thing)) for thing, _ in part.in_order]
            self.fields[THINGS + part.section] = fields.Choices(label=part.title, choices=listed, required=False)
        if is_own:
            del self.fields["how"], self.fields["alone"]
        else:
            self.fields["knows"].label = f"Who are they to {individual.called}?"
            self.fields["purpose"].help_text = f"In {individual.called}’s own words. They read this too."
            self.fields["months"].help_text = f"Before it ends, {individual.called} is asked. They are not."

    @property
    def parts(self) -> list:
        """The boxes of each part, to be drawn together; and whether something was chosen there."""
        boxes = [self[THINGS + part.section] for part in self.offered]
        return [(box, bool(box.value())) for box in boxes]

    def clean(self) -> dict:
        given = super().clean()
        if not self.errors:
            reason = supporting.cannot_let_in(self.individual, self.lets(), is_own=self.is_own)
            if reason:
                self.add_error(None, reason)
        return given

    def lets(self) -> LetIn:
        """What was chosen, for the action."""
        given = self.cleaned_data
        chosen = {part.section: set(given[THINGS + part.section]) for part in self.offered}
        new_too = given["new_too"]
        sections = [each for each in supporting.SHOWN if chosen.get(each) or each in new_too]
        return LetIn(
            sections=tuple(sections),
            picked=with_what_is_under(self.offered, set().union(*chosen.values())),
            new_too=tuple(new_too),
            months=int(given["months"]),
            on_paper=given.get("how") == "paper",
            talked_alone=bool(given.get("alone")),
            **{name: given[name] for name in ("recipient", "email", "knows", "purpose")},
        )


def _months(count: int) -> str:
    return "1 month" if count == 1 else f"{count} months"


def _in_short(thing) -> str:
    words = truncatechars(" ".join(thing.words.split()), SHORT)
    return f"{thing.kind}: {words}" if thing.kind else words
