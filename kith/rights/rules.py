"""The reasons against, as sentences a person can read."""

from datetime import date

from .models import Pause, Request

MOST_LETTERS = 4_000
ENDED = "This was answered already."


def cannot_ask(kind: str, words: str, received_on: date, today: date) -> str | None:
    if kind not in Request.Kind.values:
        return "Please choose one of these."
    if kind == Request.Kind.CORRECT and not words.strip():
        return "Write what is not right. One line is enough."
    if received_on > today:
        return "That day has not come yet. Please look at it once more."
    return _too_long(words)


def cannot_go_on(request: Request) -> str | None:
    return None if request.is_open else ENDED


def cannot_pause(request: Request, kind: str, words: str) -> str | None:
    if not request.is_open:
        return ENDED
    if kind not in Pause.Kind.values:
        return "Please choose what it waits for."
    if request.open_pause:
        return "The clock stands still already."
    return _without_words(words, "Write what you ask them for. They read it.")


def cannot_go_on_counting(request: Request) -> str | None:
    return None if request.open_pause else "The clock is going already."


def cannot_take_longer(request: Request, because: str, today: date, month_ends: date) -> str | None:
    """Said within the first month, with the reason, or not at all."""
    if not request.is_open:
        return ENDED
    if request.is_longer:
        return "It has two months more already."
    if today > month_ends:
        return "Two months more can only be said within the first month."
    return _without_words(because, "Write why it is a lot of work. They read it.")


def cannot_answer(request: Request, outcome: str, words: str) -> str | None:
    if not request.is_open:
        return ENDED
    if outcome not in (Request.Outcome.DONE, Request.Outcome.PART, Request.Outcome.NOT):
        return "Please choose what became of it."
    if outcome != Request.Outcome.DONE and not words.strip():
        return "Write why, and what they can do. They read it."
    return _too_long(words)


def _without_words(words: str, otherwise: str) -> str | None:
    return _too_long(words) if words.strip() else otherwise


def _too_long(words: str) -> str | None:
    return f"This is {len(words):,} letters, and {MOST_LETTERS:,} fit here." if len(words) > MOST_LETTERS else None
