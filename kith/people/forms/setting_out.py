"""Where somebody sets out from: a postcode, a part of one, or a place, in one box."""

from django.core.exceptions import ValidationError

from kith.design import fields
from kith.design.forms import KithForm
from kith.directory.queries import Spot, spots_like

NOT_KNOWN = "We do not know where “{}” is. Try a postcode, or a bigger place nearby."
WHICH = "There is more than one. Which is it?"


class SetsOutFrom(KithForm):
    """A second question is asked only where a name means more than one place."""

    where = fields.ShortText(
        label="A postcode, a part of one, or a place",
        hint="Such as CX1 2RG, CX1, or a town. To have it forgotten, leave it empty.",
        limit=100,
        tell_limit=False,
        required=False,
    )
    which = fields.Choice(label="Which one?", choices=[], required=False)

    def __init__(self, *args, seen_by: str = "", **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["where"].seen_by = seen_by  # type: ignore[attr-defined] - every field of ours has it
        self.spots = spots_like(str(self.data.get("where", ""))) if self.is_bound else []
        if len(self.spots) > 1:
            self.fields["which"].choices = [(spot.words, spot.words) for spot in self.spots]  # type: ignore[attr-defined] - a choice has them
        else:
            del self.fields["which"]

    def clean(self):
        given = super().clean()
        where = given.get("where", "").strip()
        if where and not self.spots:
            raise ValidationError({"where": NOT_KNOWN.format(where)})
        if len(self.spots) > 1 and not given.get("which"):
            raise ValidationError({"which": WHICH})
        return given

    @property
    def spot(self) -> Spot | None:
        """The one that was meant; None when it is to be forgotten."""
        chosen = self.cleaned_data.get("which")
        return next((spot for spot in self.spots if not chosen or spot.words == chosen), None)
