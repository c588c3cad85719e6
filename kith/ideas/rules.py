"""When an idea cannot be kept or set aside, and why."""

from .models import Idea

LONGEST_WORDS = 500
MOST_REASONS = 12


def cannot_say(state: str, words: str, activity) -> str | None:
    if len(words) > LONGEST_WORDS:
        return f"This is longer than we can keep. Please use up to {LONGEST_WORDS} letters."
    if state == Idea.State.KEPT and activity.status != "live":
        return "This one is not going on any more."
    return None


def says_the_same(latest: Idea, state: str, had_by: str, words: str) -> bool:
    """Pressing twice is not a change of mind."""
    return (latest.state, latest.had_by) == (state, had_by) and not words.strip()
