"""How pages look: five small choices, each with a fair beginning."""

from kith.design import fields
from kith.design.forms import KithForm
from kith.design.looks import CHOICES, Look

WORDS = {
    "theme": ("As this device says", "Light", "Dark", "Soft", "High contrast"),
    "text": ("Usual", "Large", "Larger", "Largest"),
    "room": ("Usual", "More", "Most"),
    "movement": ("As this device says", "Nothing moves"),
    "pictures": ("Shown", "Left out"),
    "paper": ("Usual", "Large", "Largest"),
}


def _choices(name: str) -> list[tuple[str, str]]:
    return list(zip(CHOICES[name], WORDS[name], strict=True))


def _one_of(name: str, label: str, hint: str = "") -> fields.Choice:
    return fields.Choice(label=label, choices=_choices(name), hint=hint, look="segments", required=False)


class LookForm(KithForm):
    """What somebody chooses, for themselves or for this device."""

    theme = _one_of("theme", "Colours")
    text = _one_of("text", "Size of the words")
    room = _one_of("room", "Room between lines and letters")
    movement = _one_of("movement", "Movement")
    pictures = _one_of("pictures", "Pictures")
    paper = _one_of("paper", "Size of the words on paper")
    here_too = fields.Choices(label="This device", choices=[("yes", "The same before I sign in")], required=False)

    def __init__(self, *args, offers_here: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not offers_here:
            del self.fields["here_too"]

    def look(self) -> Look:
        """The choices as they are kept."""
        return Look.of(self.cleaned_data)
