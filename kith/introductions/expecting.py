"""What a place may say of what to expect, so that it tells everybody and tells of nobody."""

from kith.directory.rules import cannot_add_from_place
from kith.local_knowledge.of_the_place import names_in, tells_of_somebody, written_as_names

from . import wording
from .models import Introduction
from .names import names_around

ANSWER_FIRST = "Please press one of the three answers first."


def words_of(*, who: str, door: str, quiet: str) -> str:
    """The boxes as lines; empty ones are left out."""
    lines = (("Look for", who), ("Which way in", door), ("When it is quiet", quiet))
    return "\n".join(f"{label}: {words.strip().rstrip('.')}." for label, words in lines if words.strip())


def cannot_say(introduction: Introduction, words: str, *, has_answered: bool) -> str | None:
    """Why this cannot be given to everybody, in a sentence for the place. It tells no name they do not know."""
    if not has_answered:
        return ANSWER_FIRST
    if reason := cannot_add_from_place(words):
        return reason
    first_name = wording.first_name(introduction.individual.called)
    if wording.is_named(introduction.says) and written_as_names(words, [first_name]):
        return f"Please leave out {first_name}: anybody may read this."
    found = wording.service_words(words, apart_from=_own_names(introduction))
    return f"Please put “{found[0]}” another way: anybody may read this." if found else None


def may_tell_of_them(introduction: Introduction, words: str) -> bool:
    """Whether it may name or describe who is to come, or who goes along: then a person reads it first."""
    return bool(names_in(words, names_around(introduction)) or tells_of_somebody(words))


def _own_names(introduction: Introduction) -> tuple[str, ...]:
    activity = introduction.activity
    return (activity.name, activity.organisation.name if activity.organisation_id else "", introduction.host_name)
