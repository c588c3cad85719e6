"""What somebody is at a place: one choice, and a few words if they like."""

from kith.design import fields
from kith.design.forms import KithForm

from .models import PlaceRole

Role = PlaceRole.Role


class RoleForm(KithForm):
    """`may_end`: something was said before, so it may be over."""

    role = fields.Choice(
        label="What are you there?", choices=(), look="segments", missing="Please choose one. It can change any day."
    )
    role_words = fields.ShortText(
        label="With what, if you like", hint="Like “chairs, on Thursdays”.", required=False, tell_limit=False
    )

    def __init__(self, *args, may_end: bool, is_theirs: bool, **kwargs):
        super().__init__(*args, **kwargs)
        choices = [choice for choice in Role.choices if may_end or choice[0] != Role.NO_MORE]
        self.fields["role"].choices = choices
        if not is_theirs:
            self.fields["role"].label = "What are they there, as they say it?"

    @property
    def said(self) -> dict:
        """What the action takes."""
        return {"role": self.cleaned_data["role"], "words": self.cleaned_data["role_words"]}
