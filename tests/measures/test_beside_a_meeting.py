"""Beside a meeting at which a goal with levels was talked about they are offered to be looked at; one a meeting."""

from datetime import timedelta

import pytest
from django.urls import reverse

from kith.access import clock
from kith.conversations import actions as conversations
from kith.conversations.actions.write_up import WriteUp
from kith.measures import actions
from tests.page_words import words_of

from .conftest import FRIDAY
from .test_goals import LEVELS
from .test_pages import place

ASKS, OTHERWISE = "How far has it come?", "How have things been?"
LATER = FRIDAY + timedelta(days=2)


@pytest.fixture
def meeting(cast, boxing, attainment):
    """Levels are there since before; at the meeting a step towards boxing was agreed."""
    actions.set_levels(goal=boxing, levels=LEVELS, by=cast.as_individual)
    with clock.at(LATER):
        steps = [{"words": "Ask about gloves", "owner": "individual", "goal": boxing}]
        wrote = WriteUp(held_on=clock.today(), shared="We talked.", steps=steps)
        yield conversations.write_up(individual=cast.individual, wrote=wrote, by=cast.as_worker)


def page_of(client, cast, meeting) -> str:
    page = reverse("conversations:meeting_page", args=[cast.individual.public_id, meeting.public_id])
    return words_of(client.get(page))


def test_levels_of_a_goal_that_was_talked_about_are_offered_to_both_and_then_nothing_more(
    workers, cast, boxing, meeting, ucla
):
    page = page_of(workers, cast, meeting)
    assert ASKS in page and "Go to kick-boxing." in page and OTHERWISE not in page
    kept = actions.reach(goal=boxing, level=1, how="together", by=cast.as_worker)
    page = page_of(workers, cast, meeting)
    assert ASKS not in page and OTHERWISE not in page
    actions.keep_to_oneself(response=kept, by=cast.as_individual)  # what the worker typed they know of anyway
    assert ASKS not in page_of(workers, cast, meeting)


def test_what_the_individual_told_alone_does_not_show_in_what_the_worker_is_offered(workers, cast, boxing, meeting):
    actions.reach(goal=boxing, level=1, keeps=True, by=cast.as_individual)
    assert ASKS in page_of(workers, cast, meeting)


def test_put_off_it_was_the_one_of_this_meeting(own, cast, meeting, attainment, ucla):
    sent = {"why": "not today", "meeting": meeting.public_id}
    own.post(place("put_off", cast, attainment), sent)
    page = page_of(own, cast, meeting)
    assert ASKS not in page and OTHERWISE not in page


def test_without_a_goal_with_levels_it_is_as_before(own, cast, attainment, ucla):
    wrote = WriteUp(held_on=clock.today(), shared="We talked.")
    meeting = conversations.write_up(individual=cast.individual, wrote=wrote, by=cast.as_worker)
    page = page_of(own, cast, meeting)
    assert ASKS not in page and OTHERWISE in page
