"""What stands on a page for one question: which box, and what is in it already."""

from collections.abc import Sequence
from dataclasses import dataclass

from .structure import CHOICES, NUMBERS, Question

LONG_FROM = 400  # letters; a line is too narrow for more


@dataclass(frozen=True)
class Pick:
    """One choice, and whether it is taken."""

    value: str
    words: str
    is_taken: bool


@dataclass(frozen=True)
class Box:
    """`look` says which: `radios`, `checkboxes`, `long`, `line`, `day`, `clock` or `moment` (a day and a time)."""

    look: str
    words: str = ""
    clock: str = ""
    picks: tuple[Pick, ...] = ()
    takes_own: bool = False
    inputmode: str = ""

    @property
    def is_picked_as_day(self) -> bool:
        """Whether a day picker can show what is there; other words stay as they were typed."""
        return not self.words or (len(self.words) == 10 and self.words[:4].isdecimal() and self.words[4] == "-")


def box_of(question: Question, typed: Sequence[str]) -> Box:
    """The box for a question, with an answer or with what was typed."""
    if question.kind in (*CHOICES, "boolean"):
        return _picks(question, typed)
    words = "\n".join(typed)
    if question.kind == "dateTime":
        day, clock = typed if len(typed) == 2 else words.partition("T")[::2]
        return Box("moment", words=day, clock=clock)
    if question.repeats or question.kind == "text" or (question.max_length or 0) > LONG_FROM:
        return Box("long", words=words)
    if question.kind in NUMBERS:
        return Box("line", words=words, inputmode="numeric" if question.kind == "integer" else "decimal")
    look = {"date": "day", "time": "clock"}.get(question.kind, "line")
    return Box(look, words=words, inputmode="url" if question.kind == "url" else "")


def _picks(question: Question, typed: Sequence[str]) -> Box:
    told = [(option.code, option.words) for option in question.options] or [("yes", "Yes"), ("no", "No")]
    takes_own = question.kind == "open-choice"
    codes = {code for code, _ in told}
    own = next((word.removeprefix("=") for word in typed if word and word not in codes), "") if takes_own else ""
    picks = [Pick(code, words, code in typed) for code, words in told]
    if not question.repeats and any(pick.is_taken for pick in picks):
        picks.append(Pick("", "No answer", False))  # so that a choice can be taken back
    return Box("checkboxes" if question.repeats else "radios", words=own, picks=tuple(picks), takes_own=takes_own)
