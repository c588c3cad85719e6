"""What somebody types about themselves."""

from kith.design import fields
from kith.design.forms import KithForm

from .models import Kind
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
