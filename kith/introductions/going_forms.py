"""Boxes about the first visit, for the page of choices and for the form of its day. All of them may stay empty."""

from django import forms

from kith.design import fields
from kith.design.forms import KithForm

from .going import StillOn


class OneOf(fields.InPattern, forms.ChoiceField):
    """One of a few, picked from a list that is closed until it is wanted."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.error_messages["invalid_choice"] = "Please choose one of these."


class MeetingUp(KithForm):
    """Where they meet, and who to look for. It stands on the pocket card."""

    meet_at = fields.ShortText(label="Where do you meet?", required=False, limit=100, tell_limit=False)
    look_for = fields.ShortText(
        label="What do they look like?", hint="Such as “a red jacket”.", required=False, limit=100, tell_limit=False
    )
    ask_else = fields.ShortText(
        label="If they are away, who else?", hint="A first name is enough.", required=False, limit=100, tell_limit=False
    )

    @property
    def about_meeting(self) -> bool:
        """Whether something of it is to be looked at again."""
        return any(self[name].errors for name in ("meet_at", "look_for", "ask_else"))


class ThatMorning(KithForm):
    """Whether the place is asked that morning if it is still on. It is part of the agreed words; nobody asks unless
    that was chosen. A list to pick from, so that it is no fourth choice to make."""

    still_on = OneOf(label="Who asks?", required=False)

    def may_be_asked(self, worker: str, *, may_write: bool) -> None:
        """By email only where there is an address."""
        email = [(StillOn.WRITE.value, StillOn.WRITE.label)] * may_write
        rings = (StillOn.RING.value, f"{worker} rings")
        self.fields["still_on"].choices = [(StillOn.NO.value, StillOn.NO.label), *email, rings]
