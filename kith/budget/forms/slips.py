"""A copy that was written down wrongly: the amounts as the letter says them, who noticed, and what was wrong."""

from kith.design import fields
from kith.design.forms import KithForm

from ..models import Decision
from .decisions import Pounds

REPEATED = [each for each in Decision.Period.choices if each[0] != Decision.Period.ONCE]


class SlipForm(KithForm):
    """Nothing but the amounts can be put right so. They are read off the letter again; none is filled in."""

    total = Pounds(label="Altogether, as the letter says, in pounds")
    own_part = Pounds(label="What the person pays")
    their_part = Pounds(label="What they pay")
    period = fields.Choice(label="How often?", choices=REPEATED, look="segments")
    what_was_wrong = fields.LongText(label="What was written down wrongly?", hint="Like “156 for 146”.", rows=2)
    noticed_by = fields.ShortText(label="Who noticed?")
