"""Just a yes or a no by text: it answers what was last asked by text, whatever said something in between."""

import json

import pytest

from kith.access import clock
from kith.access.actor import Actor
from kith.goals.models import CheckIn
from kith.messaging import actions
from kith.messaging.models import Arrival, Message
from kith.outbox.models import Letter
from kith.people import actions as people
from tests.goals.cast import Cast

from .conftest import THURSDAY, ask_at, at, remind_at, wish

NUMBER = "+447700900414"


@pytest.fixture
def texting(cast, asked, settings) -> Cast:
    """They like texts, and were asked on Friday at ten about Thursday."""
    settings.TEXT_PROVIDER = "notify"
    people.change_reach(individual=cast.individual, called="Tomos", phone=NUMBER, reached_by="text", by=cast.as_worker)
    ask_at(at(2, 9))
    handed_over()
    return cast


def handed_over() -> None:
    Letter.objects.filter(state="waiting").update(state="sent")


def texts(words: str, moment=None) -> Arrival:
    said = {"id": "n", "source_number": NUMBER, "destination_number": "07700 900999", "message": words}
    with clock.at(moment or at(2, 10)):
        name = f"text {Arrival.objects.count()}"
        came = actions.arrive(way="text", known_as=name, raw=json.dumps(said).encode(), by=Actor.system())
        return actions.take_in(arrival=came, by=Actor.system())


def told() -> list[tuple]:
    return list(CheckIn.objects.order_by("pk").values_list("on", "went", "through"))


@pytest.fixture
def reminded(texting, race):
    """A minute later a reminder of the race comes, which asks nothing."""
    race.due_on = at(3, 9).date()
    race.save()
    wish(texting, target_day=True)
    assert remind_at(at(2, 9, 1))["sent"] == 1
    handed_over()
    return race


@pytest.mark.shows("S46", "S86")
@pytest.mark.parametrize(("words", "went"), [("Yes", True), ("went", True), ("no", False), ("not this week", False)])
def test_a_short_answer_finds_the_question_before_a_letter_that_asks_nothing(reminded, words, went):
    texts(words)
    assert told() == [(THURSDAY, went, "text")]
    assert not Message.objects.exists()


def test_words_are_about_what_came_last(reminded):
    assert texts("I am looking forward to it").message.goal == reminded


def test_a_mind_can_change_after_the_thank_you(texting):
    texts("Yes")
    handed_over()
    texts("No", at(2, 11))
    assert told()[-1] == (THURSDAY, False, "text")


def test_what_was_told_already_is_not_told_anew_by_a_yes_to_something_later(texting, race):
    texts("Yes")
    race.due_on = at(3, 9).date()
    race.save()
    wish(texting, target_day=True)
    remind_at(at(2, 10, 30))
    handed_over()
    message = texts("No", at(2, 11)).message
    assert (told(), message.goal) == ([(THURSDAY, True, "text")], race)


def test_the_later_of_two_that_ask_counts(texting):
    with clock.at(at(2, 9, 5)):
        actions.write(individual=texting.individual, words="Shall we meet on Tuesday?", by=texting.as_worker)
    handed_over()
    assert (texts("Yes").message.words, told()) == ("Yes", [])


def test_after_two_weeks_a_yes_is_for_a_person_to_read(reminded):
    assert (texts("Yes", at(17, 9)).message.words, told()) == ("Yes", [])


def test_how_a_day_went_that_they_aimed_for_is_for_a_person_to_read(texting, race):
    race.due_on = at(1, 9).date()
    race.save()
    wish(texting, after_target=True)
    assert remind_at(at(2, 9, 1))["sent"] == 1
    handed_over()
    assert (texts("Yes").message.goal, told()) == (race, [])
