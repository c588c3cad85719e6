"""Nell, who moved on last month: what she and Priya wrote before, a picture from then, and the page she keeps."""

from kith.goals import actions as goals
from kith.moving_on import actions as moving_on
from kith.moving_on.queries import open_talk
from kith.network_map import actions as network_map
from kith.network_map.models import Kind

from .story import Story

NELL = "nell"


def tell_of_moving_on(story: Story) -> None:
    """From the first picture to the last day."""
    days, told = story.days, story.told["moving_on"]
    story.chronicle.tell(days.before_review(told["began"]), "10:00", lambda: _begin(story, told))
    story.chronicle.tell(days.before_review(told["ended"] + 7), "11:00", lambda: _talk(story, told))
    story.chronicle.tell(days.before_review(told["ended"] + 5), "18:30", lambda: _answer(story, told))
    story.chronicle.tell(days.before_review(told["ended"]), "16:00", lambda: _stop(story))


def _begin(story: Story, told: dict) -> None:
    person = next(each for each in story.told["people"] if each["sign_in"] == NELL)
    user, names = story.cast.users[NELL], {"called": person["called"], "full_name": person["full_name"]}
    story.cast.open(worker="priya", key=NELL, user=user, phone=person["phone"], **names)
    _add(story, told["then"])
    network_map.keep_picture(individual=story.cast.individuals[NELL], by=story.by(NELL))
    goal = {"kind": "commitment", "words": told["goal"], "weekday": 1}
    goals.set_goal(individual=story.cast.individuals[NELL], by=story.by(NELL), **goal)


def _add(story: Story, rows: list[dict]) -> None:
    for row in rows:
        about = {"circle": row["circle"], "kind": row.get("kind", Kind.PERSON), "is_paid": row.get("is_paid", False)}
        through = story.town[row["activity"]] if "activity" in row else None
        by, individual = story.by(NELL), story.cast.individuals[NELL]
        network_map.add(individual=individual, names=row["names"], through=through, by=by, **about)


def _talk(story: Story, told: dict) -> None:
    """Together, at the last meeting but one."""
    individual = story.cast.individuals[NELL]
    _add(story, told["since"])
    talk = moving_on.begin(individual=individual, by=story.by("priya"))
    for part in told["parts"]:
        moving_on.write_part(talk=talk, kind=part["kind"], words=part["words"].strip(), by=story.by(part["by"]))
    moving_on.be_asked(talk=talk, months=3, by=story.by(NELL))


def _answer(story: Story, told: dict) -> None:
    talk = open_talk(story.cast.individuals[NELL])
    assert talk is not None  # she and Priya have begun it
    said = {"answer": "differs", "words": told["nell_words"]}
    moving_on.answer(talk=talk, by=story.by(NELL), **said)


def _stop(story: Story) -> None:
    moving_on.stop(individual=story.cast.individuals[NELL], by=story.by("priya"))
    story.cast.changed()
