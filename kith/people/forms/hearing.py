"""What a worker wants to hear from Kith, and when."""

from kith.design import fields
from kith.design.forms import KithForm
from kith.people import hearing, pointers

from .reaching import DAYS


class Hears(KithForm):
    """What stays on, and the hours and days."""

    on = fields.Choices(label="Write to me when", choices=(), required=False)
    off = fields.Choices(label="On pages", choices=[("pointers", "Leave out the lines to think about")], required=False)
    hears_days = fields.Choices(label="On which days?", choices=DAYS, look="segments", missing="Please choose a day.")
    hears_from = fields.TimeOfDay(label="From", hint="Like 8am.")
    hears_until = fields.TimeOfDay(label="Until", hint="Like 6pm.")

    def __init__(self, *args, user, **kwargs):
        on = [kind for kind, _ in hearing.kinds() if kind not in user.hears]
        known = {"on": on, "off": [kind for kind in (pointers.NONE_AT_ALL,) if kind in user.hears]}
        known |= {"hears_days": [str(day) for day in user.hears_days]}
        known |= {"hears_from": user.hears_from, "hears_until": user.hears_until}
        super().__init__(*args, initial=known, **kwargs)
        self.fields["on"].choices = hearing.kinds()

    def outcome(self) -> dict:
        """What was chosen, as the action names it."""
        given = self.cleaned_data
        return {
            "off": [kind for kind, _ in hearing.kinds() if kind not in given["on"]] + given["off"],
            "begins": given["hears_from"],
            "ends": given["hears_until"],
            "days": [int(day) for day in given["hears_days"]],
        }
