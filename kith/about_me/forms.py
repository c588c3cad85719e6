"""What somebody types about themselves."""

from kith.design import fields
from kith.design.forms import KithForm

from .models import Doing, Kind
from .rules import WORDS_LIMIT


class LineForm(KithForm):
    """One box, and what the words are about."""

    words = fields.LongText(label="Something about you", rows=2, limit=WORDS_LIMIT, tell_limit=False)
    kind = fields.Choice(
        label="What is it about?",
        choices=Kind.choices,
        look="segments",
        missing="Please choose what this is about.",
    )

    def __init__(self, *args, individual, is_own: bool, **kwargs):
        super().__init__(*args, **kwargs)
        words = self.fields["words"]
        words.label = "Something about you" if is_own else f"Something about {individual.called}"
        words.help_text = "In your own words." if is_own else f"As {individual.called} said it, if you can."
        if not (is_own and self.is_bound):  # a thought is theirs alone, and has a box of its own
            self.fields["kind"].choices = [choice for choice in Kind.choices if choice[0] != Kind.THOUGHT]


class ThoughtForm(KithForm):
    """Something they had not thought of before: their own note, in one box."""

    words = fields.LongText(label=Kind.THOUGHT.label, rows=2, limit=WORDS_LIMIT, tell_limit=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="thought_%s", **kwargs)


class DoingForm(KithForm):
    """Something they do, or did, as they put it."""

    words = fields.ShortText(label="What is it?", hint="Like “the resource centre” or “five-a-side”.")
    where = fields.Choice(label="What kind of place is it?", choices=Doing.Where.choices, look="segments")
    how_often = fields.ShortText(label="How often?", hint="Like “five days a week”.", required=False)
    since_words = fields.ShortText(label="Since when?", hint="Like “2019” or “last spring”.", required=False)
    until_words = fields.ShortText(label="Until when, if it is over?", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="doing_%s", **kwargs)
