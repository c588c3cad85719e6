"""What gets in the way, as people type it: one sentence, and nothing else that has to be said."""

from django import forms

from kith.design import fields
from kith.goals.models import Barrier
from kith.goals.rules import WORDS_LIMIT

from .goals import Named

NOT_SAID = ("", "Not said")
CHOSEN = ("kind", "whose", "helped")


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
    """What may be added to it afterwards. `seen` is what was chosen when the page was opened: what is still so
    stays as somebody may have chosen it meanwhile, so that a page left open takes nothing back."""

    called = "more"
    tried = fields.ShortText(label="What was tried?", required=False)
    helped = fields.Choice(
        label="Did it help?", choices=[NOT_SAID, *Barrier.Helped.choices], look="segments", required=False
    )
    kind = _kind()
    whose = _whose()
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=100)

    def clean(self) -> dict:
        """None for what nobody touched."""
        said = super().clean() or self.cleaned_data
        seen = said.pop("seen", "").split(",")
        if len(seen) != len(CHOSEN):
            return said
        return said | {name: None for name, was in zip(CHOSEN, seen, strict=True) if said.get(name) == was}


def chosen_of(barrier: Barrier) -> dict[str, str]:
    """What the form begins with."""
    chosen = {name: getattr(barrier, name) for name in CHOSEN}
    return chosen | {"seen": ",".join(chosen.values())}
