"""What a worker shows of themselves."""

from kith.design import fields
from kith.design.forms import KithForm

EACH = 80


class Interests(KithForm):
    """Three boxes; one is plenty."""

    first = fields.ShortText(label="One thing you like", limit=EACH, tell_limit=False, required=False)
    second = fields.ShortText(label="Another", limit=EACH, tell_limit=False, required=False)
    third = fields.ShortText(label="And another", limit=EACH, tell_limit=False, required=False)

    @property
    def interests(self) -> list[str]:
        """What was typed, in its order."""
        return [words.strip() for words in self.cleaned_data.values() if words.strip()]
