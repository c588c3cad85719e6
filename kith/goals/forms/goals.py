"""What people type about goals: all of it short, almost none of it asked for."""

from datetime import date

from django import forms

from kith.access import clock
from kith.design import fields
from kith.design.forms import KithForm
from kith.goals import rules
from kith.goals.models import Goal, Option, Role
from kith.goals.rules import WORDS_LIMIT
from kith.goals.support import SMALL_ENOUGH

NO_DAY = ("", "No special day")
WEEKDAYS = [NO_DAY, *[(str(value), label) for value, label in Goal.Weekday.choices]]
HOW_IT_GOES = [("", "No"), *Goal.Measure.choices[1:]]
SOMEBODY_ELSE = "somebody else"


class Named(KithForm):
    """A form that may stand on one page with others: its boxes carry its name in their ids."""

    called = "goal"

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("auto_id", f"{self.called}_%s")
        super().__init__(*args, **kwargs)


class GoalForm(Named):
    """A new goal: its kind and its words; all the rest may wait."""

    kind = fields.Choice(
        label="What kind of thing is it?",
        choices=Goal.Kind.choices,
        hints={
            "commitment": "Like a class every Thursday. Missing one is fine.",
            "target": "Like a run in the spring. It can change.",
        },
        missing="Please choose one. Either is a fine start.",
    )
    words = fields.LongText(label="In your own words", rows=2, limit=WORDS_LIMIT, tell_limit=False)
    weekday = fields.Choice(label="If it is regular, which day?", choices=WEEKDAYS, look="segments", required=False)
    at_time = fields.TimeOfDay(label="At what time?", required=False)
    rhythm_words = fields.ShortText(label="Or how often, in words", hint="Like “twice a month”.", required=False)
    due_on = fields.Day(label="If there is one day, which?", required=False, today=clock.today)
    measured_in = fields.Choice(
        label="Do you want to write down how it goes?",
        choices=HOW_IT_GOES,
        look="segments",
        required=False,
    )
    aiming_for = fields.ShortText(label="What would be good to manage?", hint="Like 27:00.", required=False)
    why = fields.LongText(label="Why does it matter?", rows=2, tell_limit=False, required=False)
    steps = fields.LongText(
        label="Steps", hint="One on each line, the smallest first.", tell_limit=False, required=False
    )
    towards = fields.YesNo(label="Is it part of where you want to go?", required=False)
    asked_by = fields.Choice(label="Whose wish is it?", choices=Goal.AskedBy.choices, look="segments", required=False)

    def __init__(self, *args, individual, owners, direction, is_own: bool, **kwargs):
        kwargs.setdefault("initial", {"towards": True, "weekday": "", "measured_in": ""})
        super().__init__(*args, **kwargs)
        self.direction = direction
        if direction is None:
            del self.fields["towards"]
        else:
            self.fields["towards"].help_text = f"“{direction.words}”"
        if is_own:
            del self.fields["asked_by"]
        else:
            self._for_the_worker(individual, owners)

    def _for_the_worker(self, individual, owners) -> None:
        name = individual.called
        self.fields["words"].label = f"In {name}’s own words"
        both = f"{name} and {owners.worker} together"
        self.fields["asked_by"].choices = [("individual", name), ("worker", owners.worker), ("both", both)]
        if "towards" in self.fields:
            self.fields["towards"].label = f"Is it part of where {name} wants to go?"

    def clean_weekday(self) -> int | None:
        return int(self.cleaned_data["weekday"]) if self.cleaned_data["weekday"] else None

    def details(self) -> dict:
        """What the action takes, the steps apart."""
        given = dict(self.cleaned_data)
        given["direction"] = self.direction if given.pop("towards", None) else None
        del given["steps"]
        return given

    def step_words(self) -> list[str]:
        """Each line that says something."""
        return [line.strip() for line in self.cleaned_data["steps"].splitlines() if line.strip()]


class StepForm(Named):
    """One small step and who takes it."""

    called = "step"
    words = fields.ShortText(label="What is the small step?", missing="Please say what the step is.")
    owner = fields.Choice(label="Who does it?", choices=[], look="segments")
    helper_name = fields.ShortText(label="If somebody else, what is their name?", required=False)
    by_when = fields.Day(label="By when, if there is a day?", required=False, today=clock.today)
    worry = fields.ShortText(label="Is anything about it a worry?", required=False)

    def __init__(self, *args, owners, helpers, worry_seen_by="", **kwargs):
        kwargs.setdefault("initial", {"owner": Role.INDIVIDUAL.value})
        super().__init__(*args, **kwargs)
        self.fields["worry"].seen_by = worry_seen_by
        self.helpers = {helper.public_id: helper for helper in helpers}
        self.fields["owner"].choices = [
            (Role.INDIVIDUAL.value, owners.individual),
            (Role.WORKER.value, owners.worker),
            *[(helper.public_id, helper.name) for helper in helpers],
            (SOMEBODY_ELSE, "Somebody else"),
        ]

    def clean(self) -> dict:
        if self.cleaned_data.get("owner") == SOMEBODY_ELSE and not self.cleaned_data.get("helper_name"):
            self.add_error("helper_name", "Please write a name, so that we know who it is.")
        return self.cleaned_data


class ForADay(Named):
    """Something told of a day that has been."""

    def clean_on(self) -> date:
        day = self.cleaned_data["on"] or clock.today()
        if reason := rules.cannot_report_for(day, clock.today()):
            raise forms.ValidationError(reason)
        return day


class CheckInForm(ForADay):
    """Went, or not this time; a day and words if they like."""

    called = "went"
    went = fields.YesNo(label="Did it happen?", missing="Please press one of the two buttons.")
    on = fields.Day(label="Which day?", required=False, today=clock.today)
    words = fields.LongText(label="Say something about it", rows=2, limit=WORDS_LIMIT, required=False)


class ResultForm(ForADay):
    """How it turned out."""

    called = "result"
    value = fields.ShortText(label="How did it turn out?", missing="Please write how it turned out.")
    on = fields.Day(label="Which day?", required=False, today=clock.today)
    words = fields.ShortText(label="Say something about it", required=False)

    def __init__(self, *args, goal, **kwargs):
        super().__init__(*args, **kwargs)
        self.goal = goal
        if goal.measured_in == Goal.Measure.TIME:
            self.fields["value"].label = "What was the time?"
            self.fields["value"].help_text = "Write it like 27:40."
        elif goal.measured_in == Goal.Measure.NUMBER and goal.unit:
            self.fields["value"].help_text = f"In {goal.unit}."

    def clean_value(self) -> str:
        if reason := rules.cannot_be_result(self.goal, self.cleaned_data["value"]):
            raise forms.ValidationError(reason)
        return self.cleaned_data["value"]


class PauseForm(Named):
    called = "pause"
    words = fields.ShortText(label="A few words, if you like", hint="Like “after Easter”.", required=False)


class TargetForm(Named):
    called = "target"
    due_on = fields.Day(label="Which day?", required=False, today=clock.today)
    aiming_for = fields.ShortText(label="What would be good to manage?", required=False)
    enter_by = fields.Day(label="When does entering close, if you know?", required=False, today=clock.today)


class WordsForm(Named):
    called = "reword"
    words = fields.LongText(label="In other words", rows=2, limit=WORDS_LIMIT, tell_limit=False)
    why = fields.LongText(label="Why does it matter?", rows=2, tell_limit=False, required=False)
    weekday = fields.Choice(label="Which day?", choices=WEEKDAYS, look="segments", required=False)
    at_time = fields.TimeOfDay(label="At what time?", required=False)
    rhythm_words = fields.ShortText(label="Or how often, in words", required=False)

    clean_weekday = GoalForm.clean_weekday


class SmallerForm(WordsForm):
    """The same goal, smaller: also how often, since that is often what was too much."""

    called = "smaller"
    words = fields.LongText(label="What would be small enough?", rows=2, limit=WORDS_LIMIT, tell_limit=False)
    why = None


class WishForm(Named):
    """A half-formed wish: one box, and nothing more."""

    called = "wish"
    words = fields.LongText(label="A wish, even half-formed", rows=2, limit=WORDS_LIMIT, tell_limit=False)

    def __init__(self, *args, individual, is_own: bool, **kwargs):
        super().__init__(*args, **kwargs)
        hint = "Like “I sort of want more exercise”." if is_own else f"As {individual.called} said it, if you can."
        self.fields["words"].help_text = hint


class OptionForm(Named):
    """One way a wish could come about, and whose idea it is."""

    called = "option"
    words = fields.ShortText(label="One way it could come about", hint="Like “walk to town”.")
    idea_of = fields.Choice(label="Whose idea is it?", choices=Option.IdeaOf.choices, look="segments")

    def __init__(self, *args, owners, is_own: bool, **kwargs):
        kwargs.setdefault("initial", {"idea_of": "individual" if is_own else "worker"})
        super().__init__(*args, **kwargs)
        names = {"individual": owners.individual, "worker": owners.worker, "both": "Both", "somebody": "Somebody else"}
        self.fields["idea_of"].choices = list(names.items())


class AsideForm(Named):
    """Why not this one, for whoever likes to say."""

    why = fields.ShortText(label="Why not, if you like to say", required=False)


class WorryForm(Named):
    """What worries somebody about one step. Several stand on a page: each is called by its step."""

    words = fields.ShortText(label="What is the worry?")

    def __init__(self, *args, seen_by="", **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["words"].seen_by = seen_by


class SmallerStepForm(Named):
    """A smaller step, to take first."""

    words = fields.ShortText(label="What would be small enough?")

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("initial", {"words": SMALL_ENOUGH})
        super().__init__(*args, **kwargs)
