"""The write-up: one page, and only the date, which is filled in already, is needed."""

from django import forms

from kith.access import clock
from kith.conversations import rules
from kith.conversations.actions.write_up import WriteUp
from kith.design import fields

from .next_meeting import WhenFields

STEP_ROWS = range(1, 5)
SHARED_LIMIT = 20_000
KINDS = [("commitment", "Something regular"), ("target", "Something to aim for")]


class WriteUpForm(WhenFields):
    """What was typed after a meeting. `outcome()` names it as the action does."""

    field_order = ["held_on", "place", "shared", "saying"]

    held_on = fields.Day(label="When did you meet?", today=clock.today)
    place = fields.ShortText(label="Where?", required=False)
    met_early = fields.YesNo(
        label="Was this that meeting?", yes="Yes, we met early", no="No, that one still stands", required=False
    )
    shared = fields.LongText(
        label="What you talked about", required=False, rows=6, limit=SHARED_LIMIT, tell_limit=False
    )
    saying = fields.ShortText(
        label="Something they said that you want to keep", required=False, limit=500, tell_limit=False
    )
    reflection = fields.LongText(
        label="Your own reflection", required=False, rows=4, limit=SHARED_LIMIT, tell_limit=False, seen_only=True
    )
    prompt = fields.ShortText(
        label="Before I see them again",
        required=False,
        hint="Comes up before your next meeting, whenever that turns out to be.",
    )
    goal_kind = fields.Choice(label="What kind of goal?", choices=KINDS, look="segments", required=False)
    goal_words = fields.ShortText(label="The goal, in their words", required=False)
    goal_when = fields.ShortText(
        label="How often?",
        required=False,
        hint="Like “every Thursday”. For something to aim for, give the day instead.",
    )
    goal_day = fields.Day(label="By which day?", required=False, today=clock.today)
    show = fields.Choice(
        label="Show the shared part", choices=[("now", "Now"), ("not yet", "Not yet")], look="segments"
    )
    written_from = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def __init__(self, *args, individual, owners, goals, seen_by, planned="", **kwargs):
        super().__init__(*args, **kwargs)
        name = individual.called
        self.fields["saying"].label = f"Something {name} said that you want to keep"
        self.fields["prompt"].label = f"Before I see {name} again"
        self.fields["goal_words"].label = f"The goal, in {name}’s words"
        self.fields["show"].label = f"Show {name} the shared part"
        self.fields["met_early"].label = f"Was this the meeting planned for {planned}?"
        self.is_before_planned = bool(planned)
        self.fields["shared"].seen_by = seen_by["shared_note"]
        self.fields["reflection"].seen_by = seen_by["reflection"]
        self.fields["prompt"].seen_by = seen_by["prompts"]
        self.fields["prompt"].seen_only = True
        for row in STEP_ROWS:
            self._add_step_row(row, owners, goals)

    def _add_step_row(self, row, owners, goals):
        about = [("", "No goal in particular"), ("new", "The new goal"), *goals]
        self.fields[f"step_{row}"] = fields.ShortText(label=f"Step {row}", required=False)
        self.fields[f"step_{row}_owner"] = forms.ChoiceField(
            label=f"Who does step {row}?", choices=owners, required=False
        )
        self.fields[f"step_{row}_goal"] = forms.ChoiceField(
            label=f"Step {row} is towards", choices=about, required=False
        )

    def step_rows(self):
        """Each row of the page: words, owner, goal."""
        return [(self[f"step_{row}"], self[f"step_{row}_owner"], self[f"step_{row}_goal"]) for row in STEP_ROWS]

    def has_more_steps(self):
        """Whether a step beyond the first was typed, so that it is not folded away."""
        return any(words.value() for words, _, _ in self.step_rows()[1:])

    def begin_again(self, token: str, reason: str):
        """The same words on a page of its own, which a second press saves."""
        self.data = self.data.copy()
        self.data["written_from"] = token
        self.add_error(None, reason)

    def clean_held_on(self):
        day = self.cleaned_data["held_on"]
        if reason := rules.cannot_hold_on(day, clock.today()):
            raise forms.ValidationError(reason)
        return day

    def clean(self):
        given = super().clean()
        if given.get("goal_words") and not given.get("goal_kind"):
            self.add_error("goal_kind", "Choose which kind it is. Either is a fine start.")
        return given

    def outcome(self, *, find_goal, find_helper) -> WriteUp:
        """What was agreed. `find_goal` and `find_helper` turn a public id into this individual's own."""
        given = self.cleaned_data
        return WriteUp(
            **{name: given[name] for name in ("held_on", "place", "shared", "saying", "reflection", "prompt")},
            show_now=given["show"] == "now",
            met_early=bool(given["met_early"]),
            goal=self._goal(),
            steps=list(self._steps(find_goal, find_helper)),
            next_when=self.when(),
            next_place=given["next_place"],
            written_from=given["written_from"],
        )

    def _goal(self):
        given = self.cleaned_data
        if not given["goal_words"]:
            return None
        return {
            "words": given["goal_words"],
            "kind": given["goal_kind"],
            "rhythm_words": given["goal_when"],
            "due_on": given["goal_day"],
        }

    def _steps(self, find_goal, find_helper):
        given = self.cleaned_data
        for row in STEP_ROWS:
            if not given[f"step_{row}"]:
                continue
            owner, towards = given[f"step_{row}_owner"], given[f"step_{row}_goal"]
            helper = None if owner in ("individual", "worker") else find_helper(owner)
            step = {"words": given[f"step_{row}"], "owner": "helper" if helper else owner, "helper": helper}
            yield step if towards == "new" else step | {"goal": find_goal(towards) if towards else None}
