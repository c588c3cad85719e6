"""Priya is worried about Maya, and Ines sees to it; and a letter that once went to the wrong door."""

from datetime import timedelta

from kith.access import clock
from kith.safety import actions as safety
from kith.safety.models import Breach, Concern

from .story import Story

WORRIED, ASTRAY, CLOSED = 8, 40, 38  # days before the review
SAW = (
    "Maya said that a man she hardly knows waits at her bus stop on Thursdays and talks to her. She does not like it, "
    "and has begun to walk the long way round."
)
DONE = "Rang Priya. She asks Maya on Thursday what Maya would like us to do, and goes along to the stop if she wants."
HAPPENED = "A letter about the day of a meeting went to a flat with nearly the same number. It came back unopened."
HARM = "None likely: the letter gives a day and a place, and nobody opened it."
LEARNT = "Flat numbers are read out loud once before an envelope is closed."


def tell_of_safety(story: Story) -> None:
    """Both said on the day they were noticed."""
    worried, astray, closed = map(story.days.before_review, (WORRIED, ASTRAY, CLOSED))
    story.chronicle.tell(worried, "15:40", lambda: _worried(story))
    story.chronicle.tell(worried, "16:20", lambda: _see_to_it(story))
    story.chronicle.tell(astray, "11:10", lambda: _went_astray(story))
    story.chronicle.tell(closed, "10:00", lambda: _looked_into(story))


def _worried(story: Story) -> None:
    said = {"saw": SAW, "safe_now": "yes", "knows": "yes", "is_about_staff": False}
    safety.raise_concern(individual=story.cast.individuals["maya"], by=story.by("priya"), **said)


def _see_to_it(story: Story) -> None:
    concern = Concern.objects.get()
    safety.take_on(concern=concern, by=story.by("ines"))
    safety.note_done(concern=concern, words=DONE, by=story.by("ines"))


def _went_astray(story: Story) -> None:
    noticed_at = clock.now() - timedelta(minutes=25)
    said = {"kind": "sent", "happened": HAPPENED, "noticed_at": noticed_at}
    safety.say_went_wrong(individual=story.cast.individuals["maya"], by=story.by("priya"), **said)


def _looked_into(story: Story) -> None:
    about = {"breach": Breach.objects.get(), "by": story.by("ines")}
    safety.describe(how_many="One person, one letter", could_come=HARM, **about)
    safety.decide_commissioner(told=False, words=HARM, **about)
    safety.decide_people(told=True, words="Priya told them at the next meeting, and said sorry.", **about)
    safety.note_on_breach(words="The letter is back, and was handed over in person.", **about)
    safety.close_breach(learnt=LEARNT, **about)
