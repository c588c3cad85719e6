"""Maya asks for a copy of everything, so that whoever looks after rights has something to see to."""

from kith.rights import actions as rights

from .story import Story

MAYA = "maya"
DAYS_BEFORE = 13  # a week ago: the story ends a week before the review


def tell_of_rights(story: Story) -> None:
    """In one press, on her own page."""
    story.chronicle.tell(story.days.before_review(DAYS_BEFORE), "19:30", lambda: _ask(story))


def _ask(story: Story) -> None:
    rights.ask(individual=story.cast.individuals[MAYA], kind="copy", by=story.by(MAYA))
