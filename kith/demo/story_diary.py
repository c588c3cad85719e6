"""Diaries are switched on, with the name of whoever agreed; and Greg writes in his, twice."""

from kith.diary import actions as diary

from .story import Story

ON, AT = 120, "09:30"  # days before the review
AGREED = "Ines Barros, who looks after safety here"


def tell_of_the_diary(story: Story) -> None:
    """Long before anybody writes."""
    by_ines = {"safety_lead": AGREED}
    story.chronicle.tell(story.days.before_review(ON), AT, lambda: diary.switch_on(by=story.by("ines"), **by_ines))
    story.each("diary", AT, _write)


def _write(story: Story, entry: dict) -> None:
    diary.write(individual=story.greg, words=entry["greg_words"], by=story.by("greg"))
