"""When a worker is away, and who covers."""

from kith.access import clock
from kith.design import fields

from .together import Somebody


class TimeAway(Somebody):
    """Two days, somebody of the team, and a word for colleagues if one helps."""

    field_order = ["first_day", "last_day", "who", "words"]

    first_day = fields.Day(label="First day away", today=clock.today)
    last_day = fields.Day(label="Last day away", today=clock.today)
    words = fields.ShortText(label="Anything your colleagues need to know", limit=300, tell_limit=False, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["who"].label = "Who covers?"
        self.fields["words"].seen_by = "Only colleagues see this."

    def outcome(self) -> dict:
        """What was chosen, as the action names it."""
        given = self.cleaned_data
        days = {"first_day": given["first_day"], "last_day": given["last_day"]}
        return days | {"cover": self.chosen, "words": given["words"]}
