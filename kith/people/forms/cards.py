"""A code from a printed card."""

from kith.design.fields import ShortText
from kith.design.forms import KithForm

from .signing_in import which_device


class CardForm(KithForm):
    """Typed as it is printed, or nearly."""

    code = ShortText(
        label="The code on your card",
        hint="Three groups of four. Capitals and gaps do not matter.",
        missing="Please type the code on your card.",
        limit=60,
        tell_limit=False,
    )

    device = which_device()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        more = {"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        self.fields["code"].widget.attrs |= more
