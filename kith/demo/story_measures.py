"""The numbers that Greg gave his own goals over the months, each when he liked."""

from kith.measures import actions as measures

from .story import Story


def tell_of_measures(story: Story) -> None:
    """What comes with Kith is there, and he used a little of it."""
    measures.bring_in_ours()
    story.each("ratings", "21:20", _rate)


def _rate(story: Story, rating: dict) -> None:
    measures.rate(
        goal=story.goals[rating["goal"]],
        value=rating["number"],
        words=rating.get("greg_words", ""),
        by=story.by("greg"),
    )
