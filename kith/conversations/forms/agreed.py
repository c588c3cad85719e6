"""What was agreed: found already, decided, and small steps. Rows of boxes, none of which is needed."""

from collections.abc import Callable, Iterable, Iterator

from django import forms
from django.utils.choices import BaseChoiceIterator

from kith.conversations.models import Decision
from kith.design import fields
from kith.design.forms import KithForm
from kith.design.widgets import Checkboxes

STEP_ROWS = range(1, 5)
DECISION_ROWS = range(1, 4)
NOT_SAID = ("", "Not said")


class AgreedAlready(forms.MultipleChoiceField):
    """Goals, steps and introductions that were written down elsewhere. A name that is no longer offered, as the
    page was saved before, is let through: the action looks only among the individual's own."""

    widget = Checkboxes

    def validate(self, value):
        forms.Field.validate(self, value)


class LookedUp(BaseChoiceIterator):
    """Choices of which the last are looked up once one of them is wanted, or all are shown."""

    def __init__(self, known: Iterable[tuple[str, str]], others: Callable[[], Iterable[tuple[str, str]]]):
        self.known, self.others = known, others

    def __iter__(self) -> Iterator[tuple[str, str]]:
        yield from self.known
        yield from self.others()


class AgreedFields(KithForm):
    """The fields of what was agreed."""

    agreed = AgreedAlready(label="Agreed already", required=False)
    offered = forms.CharField(widget=forms.HiddenInput, required=False)

    def add_rows(self, *, name, worker, helpers, goals, found):
        """One row for each step and decision, with the names of those who hold or take them. What has to be looked up
        is a function, and looked up when it is asked for: a page that was sent as it should be asks for little."""
        self.fields["agreed"].choices = found
        self.initial["offered"] = lambda: ",".join(value for value, _ in found())
        owners = LookedUp([("individual", name), ("worker", worker)], helpers)
        about = LookedUp([("", "No goal in particular"), ("new", "The new goal")], goals)
        for row in STEP_ROWS:
            self._add_step(row, owners, about)
        who = {"individual": name, "worker": worker, "both": "Both together", "others": "Somebody else"}
        for row in DECISION_ROWS:
            self._add_decision(row, [NOT_SAID, *((each, who[each]) for each in Decision.DecidedBy.values)])

    def offers_what_was_agreed(self) -> bool:
        """Choices that are looked up are never nothing to a page, even where there are none."""
        return any(True for _ in self.fields["agreed"].choices)

    def _add_step(self, row, owners, about):
        self.fields[f"step_{row}"] = fields.ShortText(label=f"Step {row}", required=False)
        self.fields[f"step_{row}_owner"] = forms.ChoiceField(
            label=f"Who does step {row}?", choices=owners, required=False
        )
        self.fields[f"step_{row}_goal"] = forms.ChoiceField(
            label=f"Step {row} is towards", choices=about, required=False
        )

    def _add_decision(self, row, who):
        self.fields[f"decision_{row}"] = fields.ShortText(
            label=f"Decision {row}", required=False, limit=500, tell_limit=False
        )
        self.fields[f"decision_{row}_by"] = forms.ChoiceField(
            label=f"Who took decision {row}?", choices=who, required=False
        )

    def step_rows(self):
        """Each row of the page: words, owner, goal."""
        return [(self[f"step_{row}"], self[f"step_{row}_owner"], self[f"step_{row}_goal"]) for row in STEP_ROWS]

    def decision_rows(self):
        """Each row of the page: words, and who decided."""
        return [(self[f"decision_{row}"], self[f"decision_{row}_by"]) for row in DECISION_ROWS]

    def has_more_steps(self):
        """Whether a step beyond the first was typed, so that it is not folded away."""
        return any(words.value() for words, _, _ in self.step_rows()[1:])

    def has_more_decisions(self):
        """Whether a decision beyond the first was typed."""
        return any(words.value() for words, _ in self.decision_rows()[1:])

    def decisions(self):
        """Words, and who decided where that was said."""
        given = self.cleaned_data
        rows = [(given[f"decision_{row}"], given[f"decision_{row}_by"]) for row in DECISION_ROWS]
        return tuple((words, by) for words, by in rows if words)

    def steps(self, find_goal, find_helper):
        """Each step as the action names it."""
        given = self.cleaned_data
        for row in STEP_ROWS:
            if not given[f"step_{row}"]:
                continue
            owner, towards = given[f"step_{row}_owner"], given[f"step_{row}_goal"]
            helper = None if owner in ("individual", "worker") else find_helper(owner)
            step = {"words": given[f"step_{row}"], "owner": "helper" if helper else owner, "helper": helper}
            yield step if towards == "new" else step | {"goal": find_goal(towards) if towards else None}
