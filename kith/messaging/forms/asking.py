"""How somebody wants to be asked how a goal went."""

from django.core.exceptions import ValidationError

from kith.design import fields
from kith.design.forms import KithForm
from kith.goals.models import Goal
from kith.messaging.asking.days import is_late_for_the_evening
from kith.messaging.models import Ask

DAYS = [(str(value), label) for value, label in Goal.Weekday.choices]
HINTS = {"usual": "Or the next morning at ten, if that would be late."}
OTHER_WAYS = [("", "The way I like to be told"), *Ask.Channel.choices[1:]]


class AskForm(KithForm):
    """Days, a time, and a way."""

    weekdays = fields.Choices(label="After which days?", choices=DAYS, look="segments", required=False)
    when = fields.Choice(label="When?", choices=Ask.When.choices, hints=HINTS)
    at_time = fields.TimeOfDay(label="If another time, which?", hint="Like 4pm.", required=False)
    channel = fields.Choice(label="How?", choices=OTHER_WAYS, look="segments", required=False)

    def __init__(self, *args, goal: Goal, ask: Ask | None, is_own: bool, **kwargs):
        kwargs.setdefault("initial", _as_chosen(goal, ask))
        super().__init__(*args, **kwargs)
        if not is_own:
            liked = f"The way {goal.individual.called} likes to be told"
            self.fields["channel"].choices = [("", liked), *OTHER_WAYS[1:]]
        self.fields["when"].choices = _moments(goal)

    def clean_weekdays(self) -> list[int]:
        if not self.cleaned_data["weekdays"]:
            raise ValidationError("Please choose at least one day.")
        return [int(day) for day in self.cleaned_data["weekdays"]]


def _moments(goal: Goal) -> list[tuple[str, str]]:
    """When a question can come: what would be before it has happened is not offered."""
    is_out = {Ask.When.USUAL: goal.at_time is None, Ask.When.EVENING: is_late_for_the_evening(goal.at_time)}
    return [choice for choice in Ask.When.choices if not is_out.get(Ask.When(choice[0]))]


def _as_chosen(goal: Goal, ask: Ask | None) -> dict:
    own = [] if goal.weekday is None else [goal.weekday]
    days = (ask.weekdays if ask else []) or own
    chosen = {"at_time": ask.at_time, "channel": ask.channel} if ask else {}
    when = ask.when if ask else Ask.When.USUAL
    offered = dict(_moments(goal))
    return {"weekdays": [str(day) for day in days], "when": when if when in offered else Ask.When.MORNING, **chosen}
