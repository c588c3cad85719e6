"""The write-up: one page, and only the date, which is filled in already, is needed."""

from datetime import date

from django import forms

from kith.access import clock
from kith.conversations import rules
from kith.conversations.actions.write_up import WriteUp
from kith.conversations.wording import day_in_words
from kith.design import fields
from kith.design.days import read_day

from .agreed import AgreedFields
from .next_meeting import WhenFields

SHARED_LIMIT = 20_000
KINDS = [("commitment", "Something regular"), ("target", "Something to aim for")]
TO_SHOW = [("now", "Now"), ("talked", "After we have talked"), ("not yet", "Not yet")]
TOPICS, TOPIC_LENGTH = 12, 60
DAY_FOLD = ("held_on", "place", "met_early")
NEXT_FOLD = ("next_when", "next_day", "next_time", "next_which", "next_place")


class WriteUpForm(AgreedFields, WhenFields):
    """What was typed after a meeting. `outcome()` names it as the action does."""

    action_tells_of_codes = True
    field_order = ["held_on", "place", "arrived", "shared", "saying", "topics", "felt"]

    held_on = fields.Day(label="When did you meet?", today=clock.today)
    place = fields.ShortText(label="Where?", required=False)
    met_early = fields.YesNo(
        label="Was this that meeting?", yes="Yes, we met early", no="No, that one still stands", required=False
    )
    arrived = fields.ShortText(label="How did they come to you?", required=False, limit=300, tell_limit=False)
    shared = fields.LongText(
        label="What you talked about",
        hint="A sentence that is somebody else’s business: put it in [[two brackets]]. They are not shown.",
        required=False,
        rows=6,
        limit=SHARED_LIMIT,
        tell_limit=False,
    )
    saying = fields.ShortText(
        label="Something they said that you want to keep", required=False, limit=500, tell_limit=False
    )
    topics = fields.ShortText(
        label="What it was about, in a word or two",
        required=False,
        limit=300,
        tell_limit=False,
        hint="Like “running, the new flat”. It comes up before you meet again.",
    )
    felt = fields.ShortText(label="How it felt", required=False, limit=300, tell_limit=False)
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
    show = fields.Choice(label="Show the shared part", choices=TO_SHOW, look="segments")
    written_from = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)
    page = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)
    draft_version = forms.CharField(
        widget=forms.HiddenInput(attrs={"id": "draft-version"}), required=False, max_length=12
    )

    def __init__(self, *args, individual, names, seen_by, planned=("", ""), is_first_time=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.name = name = individual.called
        planned, self.upcoming = planned  # the meeting this may have been; and one that still stands after it
        self.fields["arrived"].label = f"How did {name} come to you?"
        self.fields["saying"].label = f"Something {name} said that you want to keep"
        self.fields["prompt"].label = f"Before I see {name} again"
        self.fields["goal_words"].label = f"The goal, in {name}’s words"
        self.fields["show"].label = f"Show {name} the shared part"
        self.fields["met_early"].label = f"Was this the meeting planned for {planned}?"
        self.is_before_planned = bool(planned)
        self.is_first_time = is_first_time
        self.fields["shared"].seen_by = seen_by["shared_note"]
        self.fields["reflection"].seen_by = seen_by["reflection"]
        self.fields["prompt"].seen_by = seen_by["prompts"]
        self.fields["prompt"].seen_only = True
        self.add_rows(name=name, **names)

    @property
    def opens_day(self) -> bool:
        """Whether the day stands open: something is amiss in it."""
        return any(name in self.errors for name in DAY_FOLD)

    @property
    def opens_next(self) -> bool:
        """Whether the next meeting stands open: something is amiss, or was said."""
        return any(name in self.errors or self[name].value() for name in NEXT_FOLD)

    @property
    def day_summary(self) -> str:
        """The day and place as they stand now, so that the fold need not be opened."""
        typed = self["held_on"].value()
        day = typed if isinstance(typed, date) else read_day(str(typed or ""), clock.today())
        when = "today" if day == clock.today() else day_in_words(day) if day else ""
        known = ", ".join(filter(None, [when, self["place"].value()]))
        return f"You met: {known}" if known else "When and where you met"

    @property
    def next_summary(self) -> str:
        """The next meeting as it stands now."""
        return f"Next meeting: {self.upcoming or 'not settled yet'}"

    @property
    def show_summary(self) -> str:
        """When the individual sees the shared part."""
        chosen = dict(TO_SHOW).get(self["show"].value(), TO_SHOW[0][1])
        return f"{self.name} sees it: {chosen[:1].lower()}{chosen[1:]}"

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

    def clean_topics(self):
        told = [each.strip()[:TOPIC_LENGTH] for each in self.cleaned_data["topics"].split(",")]
        return tuple(dict.fromkeys(filter(None, told)))[:TOPICS]

    def clean(self):
        given = super().clean()
        if given.get("goal_words") and not given.get("goal_kind"):
            self.add_error("goal_kind", "Choose which kind it is. Either is a fine start.")
        return given

    def outcome(self, *, find_goal, find_helper) -> WriteUp:
        """What was agreed. `find_goal` and `find_helper` turn a public id into this individual's own."""
        given = self.cleaned_data
        as_typed = ("held_on", "place", "arrived", "shared", "saying", "topics", "felt", "reflection", "prompt")
        return WriteUp(
            **{name: given[name] for name in as_typed},
            show_now=given["show"] == "now",
            after_a_talk=given["show"] == "talked",
            met_early=bool(given["met_early"]),
            decisions=self.decisions(),
            agreed=tuple(given["agreed"]),
            goal=self._goal(),
            pausing=self.data.get("pause", "")[:40],
            steps=list(self.steps(find_goal, find_helper)),
            next_when=self.when(),
            next_place=given["next_place"],
            written_from=given["written_from"],
            kept_a_code=self.kept_a_code,
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
