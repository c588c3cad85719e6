"""A copy of what whoever decides wrote; and what else is asked where it is less than before."""

from django.core.exceptions import ValidationError

from kith.access import clock
from kith.design import fields
from kith.design.forms import KithForm

from ..amounts import pounds, read_pounds
from ..days import EACH, wrong_day
from ..models import Decision
from ..terms import Terms

LETTER_OR_REQUEST = [each for each in Decision.Basis.choices if each[0] != Decision.Basis.SLIP]
UNREAD = "We could not read that as an amount. Try it like 86.50."
WHO = [("another", "Somebody else, such as the council"), ("here", "We do, in this organisation")]
NOT_SAID = "Leave it empty if the letter does not say."
SHORT = ("decided_by", "written_by", "total_from", "own_part_from", "their_part_from")


class Pounds(fields.ShortText):
    """An amount, typed in pounds; cleaned to pence."""

    def __init__(self, **kwargs):
        super().__init__(limit=20, tell_limit=False, missing="Please write an amount, or 0.", **kwargs)
        self.widget.attrs["inputmode"] = "decimal"

    def clean(self, value):
        pence = read_pounds(super().clean(value))
        if pence is None:
            raise ValidationError(UNREAD)
        return pence

    def prepare_value(self, value):
        return pounds(value) if isinstance(value, int) else value


class RecordForm(KithForm):
    """What they wrote. Beside each amount stands where it comes from."""

    as_before: dict[str, str] = {}

    who = fields.Choice(label="Who decides?", choices=WHO)
    decided_by = fields.ShortText(label="Their name", hint="Like “Calderford Council”.")
    written_by = fields.ShortText(label="Who wrote the letter?", hint="The name under it.")
    written_on = fields.Day(label="Which day stands on it?")
    told_on = fields.Day(label="When did it come?")
    words = fields.LongText(label="What they wrote", hint="Word for word: the parts about the amount and why.", rows=6)
    total = Pounds(label="Altogether, in pounds")
    total_from = fields.ShortText(label="Where all of it stands", hint="Like “their letter, page 2”.", required=False)
    own_part = Pounds(label="What the person pays")
    own_part_from = fields.ShortText(label="Where their own part stands", required=False)
    their_part = Pounds(label="What they pay")
    their_part_from = fields.ShortText(label="Where what they pay stands", required=False)
    period = fields.Choice(label="How often?", choices=Decision.Period.choices, look="segments")
    status = fields.Choice(label="How settled is it?", choices=Decision.Status.choices, look="segments")
    paid_as = fields.Choice(label="How is it paid?", choices=Decision.PaidAs.choices)
    pays_for = fields.LongText(label="What does it pay for?", hint="One thing a line.", rows=3)
    starts_on = fields.Day(label="From which day?")
    why = fields.LongText(label="Why they decided so", hint="In their words.", rows=2, required=False)
    review_on = fields.Day(label="Did they name a day for the next review?", required=False)

    def is_about(self, called: str, as_before: dict[str, str]) -> None:
        """Whose letter it is, and what was filled in from the one before."""
        self.fields["own_part"].label = f"What {called} pays"
        self.as_before = as_before

    def clean(self):
        cleaned = super().clean()
        told, written = cleaned.get("told_on"), cleaned.get("written_on")
        if told and written and told < written:
            self.add_error("told_on", "They cannot have told us before they wrote it. Please look at the two days.")
        for name in EACH:
            if wrong := wrong_day(name, cleaned.get(name), clock.today()):
                self.add_error(name, wrong)
        return cleaned

    @property
    def shows_where(self) -> bool:
        """Whether where the amounts stand is folded open: something is typed there."""
        return any(self[name].value() for name in ("total_from", "own_part_from", "their_part_from"))

    @property
    def shows_more(self) -> bool:
        """The same of why, and of the next review."""
        return any(self[name].value() for name in ("why", "review_on"))

    @property
    def shows_who(self) -> bool:
        """The same of who decides and how it is paid: it is another than was filled in, or to be looked at again."""
        names = ("who", "decided_by", "paid_as")
        return bool(self.errors.keys() & set(names)) or any(
            self[name].value() != self.as_before.get(name) for name in names
        )

    @property
    def copy_is_wrong(self) -> bool:
        """Whether something of the copy itself is to be looked at again."""
        return bool(self.errors.keys() & RecordForm.base_fields.keys())

    def terms(self) -> Terms:
        """As an action takes it."""
        typed = dict(self.cleaned_data)
        decided_here = typed.pop("who") == "here"
        return Terms(**typed | {"decided_here": decided_here, "status": int(typed["status"])})


class LowerForm(RecordForm):
    """The same, and what a lower amount waits for. What the letter leaves out, the individual can ask for."""

    basis = fields.Choice(label="What says so?", choices=LETTER_OR_REQUEST, required=False)
    request_words = fields.LongText(label="Their request, word for word", rows=3, required=False)
    request_on = fields.Day(label="Which day stands on it?", required=False)
    need_changed = fields.LongText(label="Which need changed?", hint=NOT_SAID, rows=2, required=False)
    looked_again_on = fields.Day(label="When did they look at the needs again, together?", required=False)
    how_met = fields.LongText(
        label="How is each remaining need met, and what does it cost?", hint=NOT_SAID, rows=3, required=False
    )
    who_involved = fields.LongText(label="Who was asked?", hint=NOT_SAID, rows=2, required=False)
    advocate_offered = fields.YesNo(label="Was an advocate offered?", required=False)
    notice_on = fields.Day(label="On which day was notice given?", required=False)
    how_to_challenge = fields.LongText(label="How can they say no?", hint=NOT_SAID, rows=2, required=False)
