"""What gets in the way, as people type it: one sentence, and nothing else that has to be said."""

from kith.design import fields
from kith.goals.models import Barrier
from kith.goals.rules import WORDS_LIMIT

from .goals import Named

NOT_SAID = ("", "Not said")


def _kind() -> fields.Choice:
    label = "What kind of thing is it?"
    return fields.Choice(label=label, choices=[NOT_SAID, *Barrier.Kind.choices], look="segments", required=False)


def _whose() -> fields.Choice:
    label = "Where does it lie?"
    return fields.Choice(label=label, choices=[NOT_SAID, *Barrier.Whose.choices], look="segments", required=False)


class OfBarrier(Named):
    """To whoever it is about, the person is “me”."""

    def __init__(self, *args, is_own: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if is_own:
            words = dict(Barrier.Whose.choices) | {Barrier.Whose.INDIVIDUAL.value: "With me"}
            self.fields["whose"].choices = [NOT_SAID, *words.items()]


class BarrierForm(OfBarrier):
    """What gets in the way."""

    called = "barrier"
    words = fields.LongText(label="What gets in the way?", rows=2, limit=WORDS_LIMIT, tell_limit=False)
    tried = fields.ShortText(label="What was tried, if anything?", required=False)
    kind = _kind()
    whose = _whose()


class MoreOfBarrierForm(OfBarrier):
    """What may be added to it afterwards."""

    called = "more"
    tried = fields.ShortText(label="What was tried?", required=False)
    helped = fields.Choice(
        label="Did it help?", choices=[NOT_SAID, *Barrier.Helped.choices], look="segments", required=False
    )
    kind = _kind()
    whose = _whose()
