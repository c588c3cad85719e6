"""What Greg's helpers do: Sam has one page about one step, and tells something there; and what Greg gives himself."""

from kith.access.actor import Actor, Role
from kith.goals import actions as goals
from kith.goals.models import HelperPage
from kith.introductions import actions as introductions

from .story import Story


def tell_of_helpers(story: Story) -> None:
    """Greg says yes to the page himself, and passes on what Sam told."""
    story.each("helper_pages", "18:50", _agree_to_page)
    story.each("helper_told", "20:15", _tell)
    story.each("roles", "21:25", _say_role)


def _agree_to_page(story: Story, entry: dict) -> None:
    page = goals.make_page(
        step=story.greg.steps.get(words=entry["step"]),
        words=entry["words"],
        reach=entry["rings"],
        number=entry["number"],
        days=entry["for_days"],
        by=story.by("vish"),
    )
    goals.agree_to_page(page=page, by=story.by("greg"))


def _tell(story: Story, entry: dict) -> None:
    page = HelperPage.objects.get(step__individual=story.greg)
    sam = Actor.with_link(Role.HELPER, story.greg.pk)
    told = goals.tell(page=page, words=entry["sam_words"], by=sam)
    goals.pass_on(told=told, by=story.by("greg"))


def _say_role(story: Story, entry: dict) -> None:
    said = {"role": entry["role"], "words": entry.get("with_what", "")}
    activity = story.town[entry["activity"]]
    introductions.say_role(individual=story.greg, activity=activity, by=story.by(entry["by"]), **said)
