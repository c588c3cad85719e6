"""When the next meeting is: a day or a season."""

from django import forms

from kith.access import clock, clock_changes
from kith.conversations import rules
from kith.conversations.when import CHOICES, When, choices_from, in_window, on_day
from kith.design import fields
from kith.design.forms import KithForm
from kith.design.telling import clock_words


class WhenFields(KithForm):
    """The fields that say when, wherever they stand. `gap` is the team's usual window, offered first."""

    comes_twice = False  # the time that was typed; then `next_which` is asked

    next_when = forms.ChoiceField(
        label="When?",
        choices=CHOICES,
        required=False,
        help_text="A season is enough. You can pick the day later.",
    )
    next_day = fields.Day(label="Which day?", required=False, today=clock.today)
    next_which = fields.Choice(
        label="Which of the two?",
        choices=[("first", "The first, before the clocks go back"), ("second", "The second, an hour later")],
        required=False,
    )
    next_time = fields.TimeOfDay(label="What time?", required=False, hint="Like 2pm. Leave it if you do not know.")
    next_place = fields.ShortText(label="Where?", required=False)

    def __init__(self, *args, gap="", **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["next_when"].choices = choices_from(gap)

    def clean(self):
        given = super().clean()
        if given.get("next_when") == "day" and not given.get("next_day") and "next_day" not in self.errors:
            self.add_error("next_day", "Please give the day, or choose a season for now.")
        if reason := rules.cannot_meet_on(given.get("next_day"), clock.today()):
            self.add_error("next_day", reason)
        if given.get("next_day") and given.get("next_time"):
            self._look_at_the_clocks(given["next_day"], given["next_time"])
        return given

    def _look_at_the_clocks(self, day, at):
        """A time that does not happen is told; of one that comes twice it is asked which."""
        told = clock_words(at)
        if clock_changes.does_not_happen(day, at):
            reason = f"The clocks go forward that night, and {told} does not happen. Pick another time."
            self.add_error("next_time", reason)
        self.comes_twice = clock_changes.comes_twice(day, at)
        if self.comes_twice and not self.cleaned_data.get("next_which"):
            self.add_error("next_which", f"The clocks go back that night, and {told} comes twice. Which one is it?")

    def when(self) -> When | None:
        """The day or window that was chosen; a day that was typed counts even if “On a day” was not picked."""
        choice, day = self.cleaned_data.get("next_when"), self.cleaned_data.get("next_day")
        if day and choice in ("", "day"):
            is_second = self.comes_twice and self.cleaned_data.get("next_which") == "second"
            return on_day(day, self.cleaned_data.get("next_time"), is_second=is_second)
        return in_window(choice, clock.today()) if choice and choice != "day" else None


class NextMeetingForm(WhenFields):
    """Planning or moving the next meeting by itself."""

    def clean(self):
        given = super().clean()
        if not self.errors and self.when() is None:
            self.add_error("next_when", "Choose a day or a season.")
        return given
