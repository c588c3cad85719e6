"""When something about a message cannot be done, and why. Nothing here looks at what the words mean."""

from kith.people.models import Individual, User

from .models import Message, Phrase, WordToTeam

WORDS_AT_MOST = 4_000
PHRASES_AT_MOST = 8
MOST_AN_HOUR = 60


def cannot_write(words: str) -> str | None:
    if not words.strip():
        return "Write a few words first. One line is enough."
    return "That is a lot for one message. Please send it in two." if len(words) > WORDS_AT_MOST else None


def cannot_tell_team(words: str, came_lately: int) -> str | None:
    """The form is open to anybody, and to machines."""
    if came_lately >= MOST_AN_HOUR:
        return "Very many came just now. Please ring us, or try again in an hour. Your words are still here."
    return cannot_write(words)


def cannot_be_known(word: WordToTeam) -> str | None:
    return None if word.is_waiting and word.individual_id is None else "Somebody has sorted this already."


def cannot_be_about(about, individual: Individual) -> str | None:
    is_theirs = about is None or about.individual_id == individual.pk
    return None if is_theirs else "That belongs to somebody else."


def cannot_be_read(message: Message) -> str | None:
    if message.individual_id is None:
        return "Say first whose message this is."
    return "This has been read already." if not message.is_waiting else None


def cannot_be_answered(message: Message, words: str) -> str | None:
    if message.individual_id is None:
        return "Say first whose message this is."
    if message.said_by == Message.SaidBy.TEAM:
        return "This one went out from here."
    if message.said_by == Message.SaidBy.HOST:
        return "An answer from here does not reach a place. Ring, or write to them from the introduction."
    return cannot_write(words)


def cannot_say_what_it_meant(message: Message) -> str | None:
    if message.said_by != Message.SaidBy.HOST or message.introduction is None:
        return "Only what a place wrote back is an answer of a place."
    return None if message.is_waiting else "This has been read already."


def cannot_pass_on(message: Message) -> str | None:
    is_from_place = message.is_from_place and message.words.strip()
    return None if is_from_place else "Only words that a place wrote back are passed on."


def cannot_be_sooner(message: Message) -> str | None:
    if not message.is_from_individual:
        return "Only something they sent can be looked at sooner."
    return None if message.is_waiting else "This has been read already."


def cannot_keep_found(message: Message) -> str | None:
    if message.found_is != Message.Found.WAITS:
        return "There is nothing here that waits to be kept."
    return None if message.goal_id else "Say first which goal this is about."


def cannot_be_sorted(message: Message) -> str | None:
    is_open = message.said_by == Message.SaidBy.UNKNOWN and message.is_waiting
    return None if is_open else "Somebody has sorted this already."


def cannot_be_theirs(individual: Individual) -> str | None:
    return "This notebook is closed." if individual.closed_at else None


def cannot_keep_phrase(words: str, kept: list[Phrase]) -> str | None:
    if not words.strip():
        return "Write the words you would like to send again."
    if len(words) > 300:
        return "Please keep it short: a line or two."
    return "Eight are enough to choose from. Put one away first." if len(kept) >= PHRASES_AT_MOST else None


def cannot_move_on(message: Message, to: User, *, is_away: bool) -> str | None:
    if not message.is_waiting:
        return "This has been read already."
    return f"{to.first_name} is away just now. Please choose somebody else." if is_away else None


def cannot_note_told(words: str, told_by: str) -> str | None:
    return cannot_write(words) or (None if told_by.strip() else "Please say who told it.")
