"""Who and what is in Greg's life, as he wrote it down: at the beginning, and as it grew."""

from kith.network_map import actions
from kith.network_map.models import Connection

from .story import Story


def tell_of_people_and_places(story: Story) -> None:
    """He keeps a picture of the first evening, so that there is a then and a now."""
    story.each("people_and_places", "22:20", _add)
    story.each("activities_in_life", "22:25", _add_activity)
    story.each("moves_in_life", "22:30", _move)
    story.each("pictures_of_life", "22:40", _keep_picture)


def _add(story: Story, entry: dict) -> None:
    is_paid = entry["kind"] == "paid"
    (connection,) = actions.add(
        individual=story.greg,
        names=[entry["name"]],
        kind="person" if is_paid else entry["kind"],
        is_paid=is_paid,
        circle=entry["circle"],
        through=story.town[entry["through"]] if "through" in entry else None,
        by=story.by("greg"),
    )
    actions.say_more(connection=connection, by=story.by("greg"), **entry["says"])
    if entry.get("died"):
        actions.say_died(connection=connection, by=story.by("greg"))


def _add_activity(story: Story, entry: dict) -> None:
    activity = story.town[entry["activity"]]
    actions.add_from_activity(individual=story.greg, activity=activity, by=story.by("greg"))


def _move(story: Story, entry: dict) -> None:
    connection = Connection.objects.get(individual=story.greg, name=entry["name"])
    actions.say_more(connection=connection, circle=entry["circle"], by=story.by("greg"), **entry["says"])


def _keep_picture(story: Story, _entry: dict) -> None:
    actions.keep_picture(individual=story.greg, by=story.by("greg"))
