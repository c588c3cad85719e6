"""When something before a meeting cannot be done, and why."""

from collections.abc import Iterable

from kith.conversations.models import Asked, Meeting

from .composing import WORDS_AT_MOST, count, whole
from .plain_words import telling_words

QUESTIONS_AT_MOST = 10
LETTERS_AT_MOST = 1000
LONGEST_MEETING = 480


def cannot_tell(meeting: Meeting) -> str | None:
    """Only a meeting with a day can be told of."""
    if not meeting.is_planned:
        return "This meeting has already been held or called off."
    return None if meeting.day else "This meeting has no day yet. Choose one first."


def cannot_say(words: str, *, link: str = "", apart_from: Iterable[str] = (), names: Iterable[str] = ()) -> str | None:
    """At most forty words, and none that tells what this is about."""
    if not words.strip():
        return "Write a few words, or take ours."
    written = count(whole(words, link))
    if written > WORDS_AT_MOST:
        return f"This is {written} words, and {WORDS_AT_MOST} are enough. All of it is still in the box."
    if telling := telling_words(words, apart_from=apart_from, names=names):
        quoted = ", ".join(f"“{each}”" for each in telling)
        return f"Somebody else may read this, and {quoted} tells what it is about. Please say it without."
    return None


def cannot_send(channel: str, to: str, way: tuple[str, str]) -> str | None:
    """By the way the individual likes, to where they are reached now: not to an address seen earlier."""
    return None if (channel, to) == way and to else "They are not reached like this now. Please look once more."


def cannot_last(minutes: int | None) -> str | None:
    if minutes is not None and not 0 < minutes <= LONGEST_MEETING:
        return "Give the minutes as a number, like 45."
    return None


def cannot_ask(words: str, asked_already: int) -> str | None:
    if not words.strip():
        return "Write what you would like to ask. One line is enough."
    if len(words) > LETTERS_AT_MOST:
        return f"This is {len(words):,} letters, and {LETTERS_AT_MOST:,} fit here. All of it is still in the box."
    if asked_already >= QUESTIONS_AT_MOST:
        return "You have asked ten things already. Please bring the rest along when we meet."
    return None


def cannot_ask_here(meeting: Meeting) -> str | None:
    return None if meeting.is_planned else "This meeting is not going ahead like this. Please ring instead."


def cannot_answer_asked(asked: Asked, words: str) -> str | None:
    if asked.answered_at:
        return "This was answered already."
    return None if words.strip() else "Write a few words of answer."
