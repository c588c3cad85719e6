"""What was promised, and what the individual says to a decision."""

from kith.access import clock
from kith.design import fields
from kith.design.forms import KithForm

from ..rules import WORDS_LIMIT

WORDS = {"limit": WORDS_LIMIT, "tell_limit": False}


class PromiseForm(KithForm):
    """Who said what, and when."""

    words = fields.LongText(label="What was said", hint="As close to their words as you can.", rows=3, **WORDS)
    said_by = fields.ShortText(label="Who said it?")
    said_on = fields.Day(label="When?", today=clock.today)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="promise_%s", **kwargs)


class EndForm(KithForm):
    """That a promise holds no longer: who says so, and why."""

    because = fields.LongText(label="Why does it hold no longer?", rows=3, **WORDS)
    said_by = fields.ShortText(label="Who says so?")


class ReviewForm(KithForm):
    """A review that was held."""

    held_on = fields.Day(label="When was it?", today=clock.today)
    is_light = fields.YesNo(label="Was it only a first short look?")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="review_%s", **kwargs)


class NotSoForm(KithForm):
    """How their letter has it, beside a no; it may stay empty."""

    words = fields.LongText(label="How your letter has it", rows=3, required=False, **WORDS)


class AnswerForm(KithForm):
    """One box, and nothing in it to begin with."""

    words = fields.LongText(label="In your own words", rows=6, **WORDS)
