"""When something about somebody cannot be written, and why."""

from .models import FOR_MATCHING, Line

WORDS_LIMIT = 2_000


def cannot_add_line(words: str) -> str | None:
    if not words.strip():
        return "Please write a few words first."
    return "That is a lot for one line. Please write it in two." if len(words) > WORDS_LIMIT else None


def cannot_end_line(line: Line) -> str | None:
    return "This line has already been put away." if line.ended_on else None


def cannot_choose_matching(line: Line) -> str | None:
    if line.kind not in FOR_MATCHING:
        return "We never look for ideas with this kind of line."
    return cannot_end_line(line)
