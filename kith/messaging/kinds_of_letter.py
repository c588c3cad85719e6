"""What each letter to an individual was, in plain words: many of a day look alike in a list."""

from kith.conversations.queries.before import AN_ANSWER
from kith.ideas.shortlist import SHORTLIST
from kith.measures.actions.reminding import NUDGE
from kith.outbox.models import Letter
from kith.people.letters_to_supporters import ENDS
from kith.people.queries import names_of
from kith.people.reaching import INVITATION, NEW_WORKER

from .letters import ARRIVED, WORDS

A_MESSAGE = "A message"
SOMETHING = "Something to read"
KINDS = {
    ARRIVED: "That your message arrived",
    AN_ANSWER: "An answer",
    INVITATION: "An invitation",
    NEW_WORKER: "Who works with you now",
    "to individual: before a meeting": "About a meeting",
    "to individual: before meeting reminder": "A reminder",
    "to individual: target reminder": "A reminder",
    "to individual: step reminder": "A reminder",
    "to individual: how did it go": "How did it go?",
    "to individual: did you go": "Did you go?",
    "to individual: visit question": "Did you go?",
    "to individual: not on today": "That something is not on",
    "to individual: still going": "Still going?",
    "to individual: leaving be": "That no more questions come",
    "to individual: thank you": "A thank you",
    "to individual: pocket card": "A card to take along",
    "to individual: what was decided": "What was decided",
    "to individual: an introduction rests": "That no word came from a place",
    "to individual: your page": "Until when your page stays open",
    "to individual: how it goes now": "How does it go?",
    "to individual: stopped working together": "That you stopped working together",
    "to individual: answer about coming back": "That there is an answer about coming back",
    "to individual: welcome back": "That somebody is there for you again",
    ENDS: "Whether somebody may go on seeing something",
    NUDGE: "A reminder",
    SHORTLIST: "Things to do that were kept",
}


def told_apart(letters: list[Letter]) -> list[Letter]:
    """Each letter with `was`: “A reminder”, “A message from Vish”. One look."""
    names = names_of({letter.tells for letter in letters if letter.kind == WORDS and letter.tells})
    for letter in letters:
        letter.was = _was(letter, names)
    return letters


def _was(letter: Letter, names: dict[str, str]) -> str:
    if letter.kind != WORDS:
        return KINDS.get(letter.kind, SOMETHING)
    writer = names.get(letter.tells, "").partition(" ")[0]
    return f"{A_MESSAGE} from {writer}" if writer else A_MESSAGE
