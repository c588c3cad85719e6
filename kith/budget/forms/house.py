"""What the organisation says of itself, and about how much somebody used."""

from django.core.exceptions import ValidationError

from kith.design import fields
from kith.design.forms import KithForm

from ..models import Spending
from ..rules import MOST_NOTICE, WORDS_LIMIT


class SpendingForm(KithForm):
    """About how much, and what got in the way. Never a sum."""

    used = fields.Choice(label="About how much was used?", choices=Spending.Used.choices)
    since_words = fields.ShortText(label="Since when?", hint="Like “this summer”.", required=False)
    in_the_way = fields.LongText(
        label="What got in the way, if something did?", rows=3, limit=WORDS_LIMIT, tell_limit=False, required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="spending_%s", **kwargs)


class PlainAnswerForm(KithForm):
    """An answer, and whose it is."""

    words = fields.LongText(label="The answer", rows=8, limit=WORDS_LIMIT, tell_limit=False)
    owner = fields.ShortText(label="Whose answer is it?", hint="A name or a post that people can ask.")


class HouseForm(KithForm):
    """How long notice is, and who speaks for people."""

    name = fields.ShortText(label="The name of your organisation")
    notice_days = fields.ShortText(label="How many days of notice do you give?", limit=20, tell_limit=False)
    advocate = fields.ShortText(label="Who is the advocate?", hint="Like “Calder Voices, advocacy”.")
    advocate_reached = fields.ShortText(label="How are they reached?")

    def clean_notice_days(self) -> int:
        typed = self.cleaned_data["notice_days"].strip()
        if not (typed.isascii() and typed.isdecimal() and 1 <= int(typed) <= MOST_NOTICE):
            raise ValidationError("Please write a number of days between 1 and 365.")
        return int(typed)
