"""The Brief: one thing to say first, then promises, then how they like to do this."""

from datetime import timedelta

import pytest
from django.urls import reverse

from kith.about_me import actions as about_me
from kith.access import clock
from kith.conversations import actions as conversations
from kith.conversations.actions.write_up import WriteUp
from kith.conversations.models import Prompt
from kith.goals import actions as goals
from kith.home.queries import brief_of


@pytest.fixture
def met(cast):
    """They met ten weeks ago."""
    with clock.at(clock.now() - timedelta(days=70)):
        wrote = WriteUp(
            held_on=clock.today(),
            shared="The derby.\nWho decides what.",
            reflection="Walk, do not sit.",
            steps=[{"words": "Find a run", "owner": "worker", "helper": None}],
        )
        return conversations.write_up(individual=cast.individual, wrote=wrote, by=cast.as_worker)


def running(cast):
    return goals.set_goal(
        individual=cast.individual, kind="target", words="Run a 5km", measured_in="time", by=cast.as_worker
    )


@pytest.mark.shows("S20", "S21")
def test_the_workers_own_prompt_comes_first(cast, met):
    conversations.add_prompt(individual=cast.individual, words="Check the football", by=cast.as_worker)
    goals.add_result(goal=running(cast), value="27:40", words="Did it!", by=cast.as_individual)
    brief = brief_of(cast.individual, cast.worker)
    assert (brief.start_prompt.words, brief.start_voice) == ("Check the football", None)


@pytest.mark.shows("S20", "S86", "S88")
def test_without_one_their_latest_words_come_first_and_only_words_they_typed(cast, met):
    goal = running(cast)
    goals.add_result(goal=goal, value="31:10", words="Slow but done", by=cast.as_individual)
    goals.check_in(goal=goal, went=True, words="Said it was hard", by=cast.as_worker)
    voice = brief_of(cast.individual, cast.worker).start_voice
    assert (voice.words, voice.about) == ("Slow but done", "Run a 5km")


def test_with_nothing_to_go_on_it_asks(cast, signed_in):
    address = reverse("home:brief", args=[cast.individual.public_id])
    page = signed_in(cast.worker).get(address).content.decode()
    assert "What would Tomos like to talk about?" in page
    assert "No next meeting yet." in page


@pytest.mark.shows("S9", "S18", "S19", "S53", "S54")
def test_it_holds_what_a_worker_forgets_in_three_months(cast, met, signed_in):
    about_me.add_line(individual=cast.individual, kind="how_i_like", words="Just talk", by=cast.as_individual)
    about_me.add_line(individual=cast.individual, kind="helps", words="Exercise", by=cast.as_individual)
    about_me.add_line(individual=cast.individual, kind="does_not_help", words="Sitting in", by=cast.as_worker)
    conversations.add_prompt(
        individual=cast.individual, words="The council decides", kind=Prompt.Kind.OPEN_ABOUT, by=cast.as_worker
    )
    page = signed_in(cast.worker).get(reverse("home:brief", args=[cast.individual.public_id])).content.decode()
    said = ["Find a run", "Just talk", "The council decides", "The derby.", "Walk, do not sit.", "Exercise"]
    assert [words for words in said if words not in page] == []
    assert "as Anwen remembers" in page  # what she wrote of him is not his own


def test_a_reflection_is_its_authors_alone(cast, met):
    assert brief_of(cast.individual, cast.worker).reflection.words == "Walk, do not sit."
    assert brief_of(cast.individual, cast.manager).reflection is None


@pytest.mark.shows("S1", "S87")
def test_a_difference_stands_in_the_brief_unresolved(cast, met, signed_in):
    words = "It was the running club."
    conversations.give_account(meeting=met, answer="differs", words=words, by=cast.as_individual)
    page = signed_in(cast.worker).get(reverse("home:brief", args=[cast.individual.public_id])).content.decode()
    assert "Tomos remembers it another way" in page
    assert words in page
