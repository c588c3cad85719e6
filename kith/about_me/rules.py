"""When something about somebody cannot be written, and why."""

from kith.access.actor import Actor
from kith.people.models import Individual
from kith.people.writer import is_the_individual

from .models import FOR_MATCHING, Doing, Kind, Line

WORDS_LIMIT = 2_000


def cannot_add_line(words: str) -> str | None:
    if not words.strip():
        return "Please write a few words first."
    return "That is a lot for one line. Please write it in two." if len(words) > WORDS_LIMIT else None


def cannot_be_said_for_them(kind: str, by: Actor, individual: Individual) -> str | None:
    """A thought that came to somebody is written by them alone."""
    is_theirs_alone = kind == Kind.THOUGHT and not is_the_individual(by, individual)
    return f"Only {individual.called} can write this one." if is_theirs_alone else None


def cannot_become_direction(line: Line) -> str | None:
    return cannot_end_line(line) or (None if line.is_hope else "Only a hope can become the direction.")


def cannot_stop(doing: Doing) -> str | None:
    return cannot_put_away(doing) or (None if doing.goes_on else "This has come to an end already.")


def cannot_put_away(doing: Doing) -> str | None:
    return "This has already been put away." if doing.put_away_on else None


def cannot_end_line(line: Line) -> str | None:
    return "This line has already been put away." if line.ended_on else None


def cannot_choose_matching(line: Line) -> str | None:
    if line.kind not in FOR_MATCHING:
        return "We never look for ideas with this kind of line."
    return cannot_end_line(line)
