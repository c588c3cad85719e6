"""When the next meeting is: a day or a season."""

from django import forms

from kith.access import clock
from kith.conversations import rules
from kith.conversations.when import CHOICES, When, in_window, on_day
from kith.design import fields
from kith.design.forms import KithForm


class WhenFields(KithForm):
    """The fields that say when, wherever they stand."""

    next_when = forms.ChoiceField(
        label="When?",
        choices=CHOICES,
        required=False,
        help_text="A season is enough. You can pick the day later.",
    )
    next_day = fields.Day(label="Which day?", required=False, today=clock.today)
    next_time = fields.TimeOfDay(label="What time?", required=False, hint="Like 2pm. Leave it if you do not know.")
    next_place = fields.ShortText(label="Where?", required=False)

    def clean(self):
        given = super().clean()
        if given.get("next_when") == "day" and not given.get("next_day") and "next_day" not in self.errors:
            self.add_error("next_day", "Please give the day, or choose a season for now.")
        if reason := rules.cannot_meet_on(given.get("next_day"), clock.today()):
            self.add_error("next_day", reason)
        return given

    def when(self) -> When | None:
        """The day or window that was chosen; a day that was typed counts even if “On a day” was not picked."""
        choice, day = self.cleaned_data.get("next_when"), self.cleaned_data.get("next_day")
        if day and choice in ("", "day"):
            return on_day(day, self.cleaned_data.get("next_time"))
        return in_window(choice, clock.today()) if choice and choice != "day" else None


class NextMeetingForm(WhenFields):
    """Planning or moving the next meeting by itself."""

    def clean(self):
        given = super().clean()
        if not self.errors and self.when() is None:
            self.add_error("next_when", "Choose a day or a season.")
        return given
