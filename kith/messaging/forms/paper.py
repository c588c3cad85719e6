"""What stood on paper: who told it, each day in one press, and anything to ask."""

from collections.abc import Iterator
from datetime import date

from kith.access import clock
from kith.design import fields
from kith.design.forms import KithForm
from kith.design.telling import day_words
from kith.goals.models import Goal

SAID = [("", "Nothing said"), ("yes", "Went"), ("no", "Not this time")]
SOMEBODY_ELSE = "somebody else"


class AsToldForm(KithForm):
    """Made for the goals and days of one person."""

    told_by = fields.Choice(label="As told by", choices=[], look="segments")
    told_by_name = fields.ShortText(
        label="If somebody else, what is their name?", limit=100, tell_limit=False, required=False
    )
    question = fields.LongText(label="Anything to change or ask?", rows=2, limit=500, tell_limit=False, required=False)

    def __init__(self, *args, individual, days: list, helpers: list, is_own: bool, **kwargs):
        kwargs.setdefault("initial", {"told_by": individual.called})
        super().__init__(*args, **kwargs)
        self.days = [(goal, day) for goal, days_of in days for day in days_of]
        names = dict.fromkeys([individual.called, *(helper.name for helper in helpers)])
        self.fields["told_by"].choices = [*((name, name) for name in names), (SOMEBODY_ELSE, "Somebody else")]
        if is_own:
            del self.fields["told_by"], self.fields["told_by_name"]
        for goal, day in self.days:
            self._add(goal, day)

    def _add(self, goal: Goal, day: date | None) -> None:
        name = _name(goal, day)
        label = day_words(day) if day else "How did it go?"
        if day is None:
            self.fields[f"on_{name}"] = fields.Day(label="Which day?", required=False, today=clock.today)
        self.fields[f"went_{name}"] = fields.Choice(label=label, choices=SAID, look="segments", required=False)
        self.fields[f"words_{name}"] = fields.ShortText(label="How was it?", required=False)

    def by_goal(self) -> Iterator[tuple[Goal, list]]:
        """Each goal with its boxes, for the page."""
        for goal in dict.fromkeys(goal for goal, _ in self.days):
            names = [_name(each, day) for each, day in self.days if each == goal]
            boxes = [f"{kind}_{name}" for name in names for kind in ("on", "went", "words")]
            yield goal, [self[box] for box in boxes if box in self.fields]

    def clean(self) -> dict:
        if self.cleaned_data.get("told_by") == SOMEBODY_ELSE and not self.cleaned_data.get("told_by_name"):
            self.add_error("told_by_name", "Please write a name, so that we know who told it.")
        for goal, day in self.days:
            name = _name(goal, day)
            if self.cleaned_data.get(f"words_{name}") and not self.cleaned_data.get(f"went_{name}"):
                self.add_error(f"went_{name}", "Please press one of these too, so that the words have a place.")
        return self.cleaned_data

    def teller(self) -> str:
        """Who told it, by name."""
        named, given = self.cleaned_data.get("told_by", ""), self.cleaned_data.get("told_by_name", "")
        return given if named == SOMEBODY_ELSE else named

    def told(self) -> list[tuple[Goal, date, bool, str]]:
        """What was filled in: goal, day, went, words."""
        given, found = self.cleaned_data, []
        for goal, day in self.days:
            name = _name(goal, day)
            if went := given.get(f"went_{name}"):
                on = day or given.get(f"on_{name}") or clock.today()
                found.append((goal, on, went == "yes", given.get(f"words_{name}", "")))
        return found


def _name(goal: Goal, day: date | None) -> str:
    return f"{goal.public_id}_{day.isoformat() if day else 'day'}"
