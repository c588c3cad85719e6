"""What lies around the meetings of Greg's story: a question asked first, how it was, what he did and does, a wish."""

from kith.about_me import actions as about_me
from kith.conversations import actions as conversations
from kith.conversations.models import Asked, Feeling
from kith.goals import actions as goals

from .story import Story, whose

ENTRIES = {"thinking about it": "thinking", "entered": "entered", "done": "done"}


def tell_around_the_meetings(story: Story) -> None:
    """In the order in which it happened: asked, answered, told how it was; and what he does besides."""
    story.each("questions", "22:15", _ask)
    story.each("answers", "09:05", _answer)
    story.each("meeting_feedback", "21:30", _say_how_it_was)
    story.each("before_and_now", "21:00", _add_doing)
    story.each("wishes", "21:00", _wish)
    story.each("entries", "18:40", _move_entry)


def _ask(story: Story, entry: dict) -> None:
    meeting = story.meetings[entry["meeting"]]
    conversations.ask(individual=story.greg, meeting=meeting, words=entry["greg_words"], by=story.by("greg"))


def _answer(story: Story, entry: dict) -> None:
    asked = story.greg.asked.get(kind=Asked.Kind.QUESTION, meeting=story.meetings[entry["meeting"]])
    conversations.answer_asked(asked=asked, words=entry["vish_words"], by=story.by("vish"))


def _say_how_it_was(story: Story, entry: dict) -> None:
    meeting = story.greg.meetings.get(pk=story.meetings[entry["meeting"]].pk)  # held by now
    conversations.say_how_it_was(
        meeting=meeting, how=Feeling.How.GOOD, is_private=entry["private"], by=story.by("greg")
    )


def _add_doing(story: Story, entry: dict) -> None:
    """What he did before ends when what he does now begins."""
    who, _ = whose(entry)
    for before in story.greg.doings.filter(words=entry["name"], until_words=""):
        about_me.stop_doing(doing=before, by=story.by(who))
    about_me.add_doing(
        individual=story.greg,
        words=entry["name"],
        where="service",
        how_often=entry["how_often"],
        by=story.by(who),
    )


def _wish(story: Story, entry: dict) -> None:
    who, words = whose(entry)
    wish = goals.keep_wish(individual=story.greg, words=words, by=story.by(who))
    for words in entry["options"]:
        goals.add_option(wish=wish, words=words, by=story.by("vish"))


def _move_entry(story: Story, entry: dict) -> None:
    goals.move_entry(goal=story.goals[entry["goal"]], entry=ENTRIES[entry["state"]], by=story.by(entry["by"]))
