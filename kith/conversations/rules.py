"""When something about a conversation cannot be done, and why."""

from collections.abc import Mapping
from datetime import date, timedelta

from .mirror.sentences import LEAST, MOST, sentences
from .models import Account, Feeling, GoneThrough, Meeting, Note, Prompt, Reflection
from .when import When

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


def cannot_show(meeting: Meeting, note: Note | None) -> str | None:
    if not meeting.is_held:
        return "There is nothing written to show yet."
    is_shown = meeting.shown_at if note is None else note.shown_at
    return "It is already shown." if is_shown else None


def cannot_copy(meeting: Meeting) -> str | None:
    return None if meeting.is_held else "This meeting has not been written up yet."


def cannot_correct(meeting: Meeting, words: str, note: Note | None = None, seen: str = "") -> str | None:
    """`seen` is the public id of the words that were put right; somebody may have written since."""
    if not meeting.is_held:
        return "This meeting has not been written up yet."
    if seen and note and note.public_id != seen:
        return "These words were changed since you opened this page. Both stand here. Save once more to keep yours."
    return None if words.strip() else "There is nothing written here. What was said before stays as it is."


def cannot_say_how_it_was(meeting: Meeting, how: str) -> str | None:
    if not meeting.is_held:
        return "This meeting has not been yet."
    return None if how in Feeling.How.values else "Choose one of the three, or leave it."


def cannot_send(reflection: Reflection, user_id: int | None) -> str | None:
    if reflection.author_id != user_id:
        return "Only whoever wrote it sends it on."
    return None if reflection.words.strip() else "There is nothing written to send yet."


def cannot_meet_at(when: When) -> str | None:
    return (
        "The clocks go forward that night, and this time does not happen. Pick another time."
        if when.is_skipped
        else None
    )


def cannot_prompt(words: str) -> str | None:
    return None if words.strip() else "Write what you would like to be reminded of."


def cannot_tick(prompt: Prompt) -> str | None:
    return "This is already ticked." if prompt.ticked_at else None


def cannot_answer_gone_through(answer: str) -> str | None:
    return None if answer in GoneThrough.Answer.values else "Please press one of the buttons."


def cannot_look_back(is_offered: bool, given: Mapping[str, tuple[int | None, str]]) -> str | None:
    """`given`: a number and an example, by sentence."""
    if not is_offered:
        return "Your team has not switched these sentences on."
    if not given.keys() <= {each.key for each in sentences()}:
        return "That is not one of the sentences."
    is_inside = all(number is None or LEAST <= number <= MOST for number, _ in given.values())
    return None if is_inside else f"Please choose a number from {LEAST} to {MOST}."
