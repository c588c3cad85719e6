"""Nell, who moved on last month and has no account: what she and Priya wrote together, and a picture from before."""

from kith.goals import actions as goals
from kith.moving_on import actions as moving_on
from kith.network_map import actions as network_map
from kith.network_map.models import Kind
from kith.people.models import Individual

from .story import Story

NELL, PRIYA, MORGAN = "nell", "priya", "morgan"


def tell_of_moving_on(story: Story) -> None:
    """From the first picture to the last day."""
    days, told = story.days, story.told["moving_on"]
    story.chronicle.tell(days.before_review(told["began"]), "10:00", lambda: _begin(story, told))
    story.chronicle.tell(days.before_review(told["ended"] + 7), "11:00", lambda: _talk(story, told))
    story.chronicle.tell(days.before_review(told["ended"]), "16:00", lambda: _stop(story))


def _begin(story: Story, told: dict) -> None:
    about = {name: told[name] for name in ("called", "full_name", "phone")}
    story.cast.open(worker=PRIYA, key=NELL, reached_by=Individual.Channel.PHONE, **about)
    _add(story, told["then"])
    nell = {"individual": story.cast.individuals[NELL], "by": story.by(PRIYA)}
    network_map.keep_picture(**nell)
    goals.set_goal(kind="commitment", words=told["goal"], weekday=1, **nell)


def _add(story: Story, rows: list[dict]) -> None:
    for row in rows:
        about = {"circle": row["circle"], "kind": row.get("kind", Kind.PERSON), "is_paid": row.get("is_paid", False)}
        through = story.town[row["activity"]] if "activity" in row else None
        nell = {"individual": story.cast.individuals[NELL], "by": story.by(PRIYA)}
        network_map.add(names=row["names"], through=through, **nell, **about)


def _talk(story: Story, told: dict) -> None:
    """Together, at the last meeting but one; Priya types."""
    _add(story, told["since"])
    talk = moving_on.begin(individual=story.cast.individuals[NELL], by=story.by(PRIYA))
    for part in told["parts"]:
        moving_on.write_part(talk=talk, kind=part["kind"], words=part["words"].strip(), by=story.by(PRIYA))
    moving_on.be_asked(talk=talk, months=3, by=story.by(PRIYA))


def _stop(story: Story) -> None:
    nell = story.cast.individuals[NELL]
    moving_on.stop(individual=nell, by=story.by(PRIYA))
    story.cast.changed()
    for told in nell.told_of_moving_on.all():
        moving_on.say_it(told=told, by=story.by(MORGAN))  # at her door, the same afternoon
