"""When something about a place cannot be kept, and why."""

from .models import Knowledge

LONGEST_WORDS = 500
WORDS_FOR = {  # what is nothing without words
    Knowledge.Kind.KNOWS_SOMEBODY: "Please write who it is. A first name is enough.",
    Knowledge.Kind.HELPED: "Please write what they did, such as “found a run to train for”.",
    Knowledge.Kind.WORRY: "Please write what to look into.",
}


def cannot_note(kind: str, words: str, team) -> str | None:
    if team is None:
        return "You are in no team yet, so there is nobody to keep this for."
    if kind not in Knowledge.Kind.values:
        return "Please choose what kind of thing this is."
    if kind in WORDS_FOR and not words.strip():
        return WORDS_FOR[Knowledge.Kind(kind)]
    if len(words) > LONGEST_WORDS:
        return f"This is longer than we can keep. Please use up to {LONGEST_WORDS} letters."
    return None


def cannot_confirm(how: str) -> str | None:
    return None if how.strip() else "Please say how you know, such as “rang them”."
