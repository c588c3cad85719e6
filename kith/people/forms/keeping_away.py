"""What is said about who is not to see a notebook."""

from kith.design import fields
from kith.design.forms import KithForm

from .together import Somebody


class NotToSee(Somebody):
    """Somebody who works here."""

    def __init__(self, *args, is_own: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["who"].label = "Who is not to see my notebook?" if is_own else "Who is not to see it?"


class LetBack(KithForm):
    """Whom a rights lead opens it to again, and why."""

    kept = fields.Choice(label="To whom?", choices=(), missing="Please choose who.")
    why = fields.LongText(label="Why?", limit=1_000, rows=3, missing="Please say why. They read it.")

    def __init__(self, *args, kept, called: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.kept = {each.public_id: each for each in kept}
        self.fields["kept"].choices = [(key, each.relation.user.name) for key, each in self.kept.items()]
        self.fields["why"].seen_by = f"{called} sees this."

    @property
    def chosen(self):
        """What keeps whoever was chosen away."""
        return self.kept[self.cleaned_data["kept"]]
