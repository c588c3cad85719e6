"""What somebody says they read for."""

from kith.design import fields
from kith.design.forms import KithForm
from kith.people.models import SaidWhy

IN_A_PRESS = [(each.value, each.label) for each in SaidWhy.Purpose if each != SaidWhy.Purpose.OTHER]


class SomethingElse(KithForm):
    """In their own words, where none of the usual ones fits."""

    words = fields.ShortText(
        label="What do you read it for?",
        limit=300,
        tell_limit=False,
        missing="Please say in a few words what you read it for.",
    )

    def __init__(self, *args, called: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["words"].seen_by = f"{called} sees this."
