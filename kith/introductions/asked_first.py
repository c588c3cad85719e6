"""What is asked before words are agreed: a flagged word in the place's own name, and a claim that might not be so.

Neither is refused: whoever chooses knows whether a name is only a name, and whether two people are friends.
"""

import hashlib
from dataclasses import dataclass

from . import wording


@dataclass(frozen=True)
class Question:
    """One question; `mark` stands for exactly these words, so that a yes to one is no yes to another."""

    words: str
    is_sure: bool = False

    @property
    def mark(self) -> str:
        return hashlib.sha256(self.words.encode()).hexdigest()[:12]


def questions(said: str, answer: str, *, own_names: tuple[str, ...], by_individual: bool, sure=()) -> list[Question]:
    """`own_names`: those of the place and of its host; `sure`: marks of questions that were answered with yes."""
    asked = [*_of_names(f"{said} {answer}", own_names), *([] if by_individual else _of_claims(answer))]
    return [Question(words, Question(words).mark in sure) for words in asked]


def _of_names(said: str, own_names: tuple[str, ...]) -> list[str]:
    flagged = {name: wording.service_words(name) for name in dict.fromkeys(filter(None, own_names)) if name in said}
    return [
        f"“{name}” has “{found[0]}” in it. It is their own name: go on?" for name, found in flagged.items() if found
    ]


def _of_claims(answer: str) -> list[str]:
    """A worker who says “friend” to a place has to be one."""
    found = wording.service_words(answer, kinds=("claims",))
    return [f"The answer says “{found[0]}”. Nobody has to say what is not so. Is it true?"] if found else []
