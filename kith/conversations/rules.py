"""When something about a conversation cannot be done, and why."""

from datetime import date, timedelta

from .models import Account, Meeting, Note, Prompt

LONG_AGO = timedelta(days=366)


def cannot_hold_on(day: date, today: date) -> str | None:
    if day > today:
        return "This day is still to come. Which day did you meet?"
    if day < today - LONG_AGO:
        return "This day is more than a year ago. Is the year right?"
    return None


def cannot_meet_on(day: date | None, today: date) -> str | None:
    if day and day < today:
        return "This day has gone. Which day do you meet?"
    return None


def cannot_work_together(partnership) -> str | None:
    return None if partnership else "You are not working with this person now."


def cannot_move(meeting: Meeting) -> str | None:
    return None if meeting.is_planned else "This meeting has already been held or called off."


def cannot_answer(note: Note | None, seen: str) -> str | None:
    """`seen` is the public id of the words that stood on the page."""
    if note is None:
        return "There is nothing to answer here yet."
    if seen and seen != note.public_id:
        return "What was written has changed since. Please read it again first."
    return None


def cannot_give_account(answer: str, words: str) -> str | None:
    if answer == Account.Answer.DIFFERS and not words.strip():
        return "Write how you remember it. One line is enough."
    return None


def cannot_show(note: Note | None) -> str | None:
    if note is None:
        return "There is nothing written to show yet."
    return "It is already shown." if note.shown_at else None


def cannot_correct(meeting: Meeting, words: str) -> str | None:
    if not meeting.is_held:
        return "This meeting has not been written up yet."
    return None if words.strip() else "There is nothing written here. What was said before stays as it is."


def cannot_prompt(words: str) -> str | None:
    return None if words.strip() else "Write what you would like to be reminded of."


def cannot_tick(prompt: Prompt) -> str | None:
    return "This is already ticked." if prompt.ticked_at else None
