"""What people say of how things are: words first, a number if they like."""

from django import forms

from kith.design import fields
from kith.design.forms import KithForm
from kith.questionnaires.forms import BroughtFile

from .attainment import LEVEL_NAMES, LEVELS
from .models import Response
from .pack_files import MOST_BYTES
from .rules import HOW_IT_WAS_SAID, LEVEL_LIMIT, MONTHS, WORDS_LIMIT

How = Response.How
ONLY_ME = "only me"
ALSO = "whoever covers for them, their manager, and those you let in"


class SayForm(KithForm):
    """Beside a number for a goal. The individual says who sees it; others say how they were told."""

    def __init__(self, *args, is_own: bool, worker: str = "", called: str = "", **kwargs):
        kwargs.setdefault("auto_id", "say_%s")
        super().__init__(*args, **kwargs)
        label = "In your own words, if you like" if is_own else f"In {called}’s own words, if they like"
        self.fields["words"] = fields.LongText(label=label, rows=2, limit=WORDS_LIMIT, tell_limit=False, required=False)
        self.fields["whose" if is_own else "how"] = _whose(worker) if is_own else _how(called)

    @property
    def told(self) -> dict:
        """As the actions take it."""
        said = self.cleaned_data
        return {
            "words": said["words"],
            "how": said.get("how", How.OWN),
            "keeps": said.get("whose") == ONLY_ME,
        }


class AskForm(KithForm):
    """Before the questions of a short measure: their own words, and how it was answered."""

    def __init__(self, *args, is_own: bool, called: str = "", **kwargs):
        kwargs.setdefault("auto_id", "say_%s")
        super().__init__(*args, **kwargs)
        label = "How have things been, in your words?" if is_own else f"How have things been, in {called}’s words?"
        hint = "You can leave this empty, or write only this."
        self.fields["words"] = fields.LongText(
            label=label, hint=hint, rows=3, limit=WORDS_LIMIT, tell_limit=False, required=False
        )
        if not is_own:
            self.fields["how"] = _how(called)

    @property
    def told(self) -> dict:
        said = self.cleaned_data
        return {"words": said["words"], "how": said.get("how", How.OWN)}


class WordsForm(KithForm):
    """Their words, as they should have been typed."""

    def __init__(self, *args, called: str, **kwargs):
        kwargs.setdefault("auto_id", "say_%s")
        super().__init__(*args, **kwargs)
        self.fields["words"] = fields.LongText(
            label=f"{called}’s own words", rows=2, limit=WORDS_LIMIT, tell_limit=False, required=False
        )


def _whose(worker: str) -> forms.Field:
    others = f"{worker} too" if worker else "My worker too"
    hint = f"“{others}” also means {ALSO}."
    choices = [("", others), (ONLY_ME, "Only me")]
    return fields.Choice(label="Who sees it?", hint=hint, choices=choices, look="segments", required=False)


def _how(called: str) -> forms.Field:
    ways = [(How.TOGETHER, "We did this together"), (How.PAPER, f"{called} wrote it on paper")]
    return fields.Choice(label="How?", choices=ways, look="segments", missing=HOW_IT_WAS_SAID)


class LevelsForm(KithForm):
    """Five levels of one goal, in somebody's own words, and how much it counts."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for level, name in zip(LEVELS, LEVEL_NAMES, strict=True):
            self.fields[f"level_{level + 2}"] = fields.ShortText(label=name, limit=LEVEL_LIMIT, tell_limit=False)
        self.fields["weight"] = forms.IntegerField(
            label="How much it counts beside your other goals",
            help_text="1 unless you want to change it. 2 counts twice as much.",
            required=False,
            error_messages={"invalid": "Please write a whole number, like 1."},
            widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        )

    @property
    def told(self) -> dict:
        said = self.cleaned_data
        weight = said.get("weight")
        return {"levels": [said[f"level_{level + 2}"] for level in LEVELS], "weight": 1 if weight is None else weight}


class MonthsForm(KithForm):
    """How often to be reminded."""

    months = fields.Choice(
        label="Remind me after",
        choices=[(str(each), "1 month" if each == 1 else f"{each} months") for each in MONTHS],
        look="segments",
    )


class PackFile(BroughtFile):
    """One pack."""

    most, most_in_words = MOST_BYTES, f"{MOST_BYTES // 1000} kB"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"].label = "Add a pack"
        self.fields["file"].help_text = f"One JSON file, up to {self.most_in_words}, with its licence."
