"""What people want to be reminded of."""

from kith.design import fields
from kith.design.forms import KithForm
from kith.messaging.models import ReminderWishes, WorkerWishes

WEEK, DAY = "A week before", "The day before"
BEFORE_MEETING = [("meeting_week", WEEK), ("meeting_day", DAY), ("meeting_morning", "That morning")]
BEFORE_TARGET = [("target_week", WEEK), ("target_day", DAY)]
DAYS = [("0", "Not at all"), *[(str(number), str(number)) for number in range(1, 8)]]


class RemindersForm(KithForm):
    """An individual's."""

    meeting = fields.Choices(label="Before we meet", choices=BEFORE_MEETING, look="segments", required=False)
    target = fields.Choices(label="Before a day I aim for", choices=BEFORE_TARGET, look="segments", required=False)
    after = fields.Choices(
        label="After a day I aimed for", choices=[("after_target", "Ask me how it went")], required=False
    )
    entry = fields.Choices(
        label="Things I would like to do, with a last day to put my name down",
        choices=[("entries", "Three days before")],
        look="segments",
        required=False,
    )
    promise = fields.Choices(
        label="Small steps of mine with a day", choices=[("promises", DAY)], look="segments", required=False
    )

    def __init__(self, *args, wishes: ReminderWishes, called: str = "", **kwargs):
        super().__init__(*args, initial={name: _chosen(wishes, of) for name, of in self._groups()}, **kwargs)
        if called:
            self.fields["target"].label = f"Before a day {called} aims for"
            self.fields["after"].label = f"After a day {called} aimed for"
            self.fields["after"].choices = [("after_target", f"Ask {called} how it went")]
            self.fields["entry"].label = f"Things {called} would like to do, with a last day to put a name down"
            self.fields["promise"].label = f"Small steps of {called}’s with a day"

    def _groups(self):
        return ((name, field.choices) for name, field in self.base_fields.items())

    def wished(self) -> dict[str, bool]:
        """Everything that was ticked."""
        return {name: True for ticked in self.cleaned_data.values() for name in ticked}


class WorkerRemindersForm(KithForm):
    """A worker's own."""

    brief_days = fields.Choice(label="The Brief: how many days before a meeting?", choices=DAYS, look="segments")
    others = fields.Choices(
        label="And by email",
        choices=[
            ("promises", "What I said I would do, a week before"),
            ("visits", "A first visit I go along to, the day before"),
            ("listings", "Places nobody has checked for a while, once a week at most"),
        ],
        required=False,
    )

    def __init__(self, *args, wishes: WorkerWishes, **kwargs):
        others = _chosen(wishes, self.base_fields["others"].choices)
        super().__init__(*args, initial={"brief_days": str(wishes.brief_days), "others": others}, **kwargs)

    def wished(self) -> dict:
        """As the action takes it."""
        ticked = dict.fromkeys(self.cleaned_data["others"], True)
        return {"brief_days": int(self.cleaned_data["brief_days"]), **ticked}


def _chosen(wishes, choices) -> list[str]:
    return [name for name, _ in choices if getattr(wishes, name)]
