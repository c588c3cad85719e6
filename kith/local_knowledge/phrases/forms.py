"""A phrase and what it means; or a new idea with its phrases."""

import re

from kith.design import fields
from kith.design.forms import KithForm
from kith.directory import queries as directory
from kith.directory.rules import LONGEST_PHRASE

MOST_LINES = 20
TITLE = r"(?:Mr|Mrs|Miss|Ms|Mx|Dr)\.?"
NAME = r"[A-Z][a-z’'-]+(?:[A-Z][a-z]+)?"
LIKE_A_NAME = re.compile(rf"{TITLE} {NAME}.*|{NAME}(?: {NAME}){{1,2}}(?:[’']s)?")
NOBODY = "Never somebody’s name, number or address: this list is for everybody here, and may be given on."


class Meant(KithForm):
    """What is shared: finding the idea that somebody names in words."""

    def _idea(self, name: str) -> str:
        """The idea of these words; a sentence where nobody knows it."""
        words = self.cleaned_data.get(name, "").strip()
        idea = directory.idea_meant(words) if words else ""
        if words and not idea:
            self.add_error(name, f"We do not know “{words}” yet. Choose one of the list, or add it as a new idea.")
        return idea


class Phrase(Meant):
    """One thing that people here say."""

    words = fields.ShortText(
        label="People here say",
        hint=NOBODY,
        limit=LONGEST_PHRASE,
        tell_limit=False,
        missing="Please write what people say.",
    )
    idea = fields.ShortText(
        label="They mean",
        hint="Such as running, or company.",
        limit=80,
        tell_limit=False,
        missing="Please say what they mean.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="phrase_%s", **kwargs)
        self.fields["idea"].widget.attrs["list"] = "ideas"

    def clean_words(self) -> str:
        """Written as names are, it is asked about. By its look alone: no list of people is asked, which would tell who
        is on it."""
        words = self.cleaned_data["words"]
        if LIKE_A_NAME.fullmatch(words):
            self.add_error(
                "words", f"Is “{words}” somebody’s name? Then leave it out. Or else write it in small letters."
            )
        return words

    def clean(self):
        super().clean()
        self.meant = self._idea("idea")


class Idea(Meant):
    """Something to do that Kith does not know yet."""

    name = fields.ShortText(
        label="What is it called?",
        hint=NOBODY,
        limit=LONGEST_PHRASE,
        tell_limit=False,
        missing="Please give it a name.",
    )
    says = fields.LongText(
        label="What else do people say for it?",
        hint="One a line.",
        limit=1000,
        rows=3,
        tell_limit=False,
        required=False,
    )
    means = fields.LongText(
        label="What do leaflets call it?", hint="One a line.", limit=1000, rows=3, tell_limit=False, required=False
    )
    broader = fields.ShortText(label="It is a kind of (if you like)", limit=80, tell_limit=False, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="idea_%s", **kwargs)
        self.fields["broader"].widget.attrs["list"] = "ideas"

    def clean(self):
        super().clean()
        self.wider = self._idea("broader")

    def lines(self, name: str) -> list[str]:
        """What stands in one of the boxes, line by line."""
        return [line.strip() for line in self.cleaned_data[name].splitlines() if line.strip()][:MOST_LINES]
