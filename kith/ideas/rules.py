"""When an idea cannot be kept or set aside, and why."""

from collections.abc import Collection

from kith.local_knowledge.listings import is_over
from kith.people.reaching import texts_have_a_way_out

from .models import Idea, KnownPlace

LONGEST_WORDS = 500
LONGEST_PLACE = 300
MOST_REASONS = 12
CHANGED = "Something has changed. This is how the letter is now."
NOT_SENT = "It could not be sent. It can be printed."


def cannot_say(state: str, words: str, activity) -> str | None:
    if len(words) > LONGEST_WORDS:
        return f"This is longer than we can keep. Please use up to {LONGEST_WORDS} letters."
    if state == Idea.State.KEPT and activity.status != "live":
        return "This one is not going on any more."
    if state == Idea.State.KEPT and is_over(activity):
        return "This one is over, so it cannot be kept any more."
    return None


def cannot_bring_back(latest: Idea | None) -> str | None:
    if latest is None or latest.state != Idea.State.SET_ASIDE:
        return "This one is on the table already."
    return None


def cannot_tell_of(words: str) -> str | None:
    if not words.strip():
        return "Please say what it is. A name is enough."
    if len(words.strip()) > LONGEST_PLACE:
        return f"This is longer than we can keep. Please use up to {LONGEST_PLACE} letters."
    return None


def cannot_send(individual, kept: Collection, *, helps: bool) -> str | None:
    """Why what is kept cannot be sent to them. `helps`: there is a letter that would."""
    if not kept:
        return "Nothing is kept that is still to come."
    if helps:
        return None
    if individual.reached_by == "text" and not texts_have_a_way_out():
        return "Texts cannot be sent from here yet. It can be printed."
    return "No letter from here would reach them as they like it. It can be printed."


def cannot_take_up(known: KnownPlace) -> str | None:
    return None if known.waits else "Somebody has looked at this already."


def says_the_same(latest: Idea, state: str, had_by: str, words: str) -> bool:
    """Pressing twice is not a change of mind."""
    return (latest.state, latest.had_by) == (state, had_by) and not words.strip()
