"""Two questions without an answer: Kith leaves them be, says so once, and the worker may ring."""

from datetime import date

import pytest
from django.urls import reverse

from kith.access import clock
from kith.goals import actions as goals
from kith.messaging.actions import answering, asking
from kith.messaging.models import Message, Question
from kith.messaging.queries import asking as queries

from .conftest import ask_at, at, letters


@pytest.fixture
def left_be(asked):
    """Asked on the 2nd and the 9th, with no answer; on the 16th it would be asked again."""
    assert [ask_at(at(day, 9))["asked"] for day in (2, 9)] == [1, 1]
    assert ask_at(at(16, 9))["rests"] == 1
    asked.refresh_from_db()
    return asked


def no_word(cast) -> list:
    return [(each.individual, each.since) for each in queries.no_word_from([cast.individual])]


@pytest.mark.shows("S46")
def test_the_third_question_is_not_asked_and_one_letter_says_so(left_be):
    assert len(letters()) == 2
    assert len(letters(asking.LEAVING_BE)) == 1
    for day in (16, 23, 30):
        ask_at(at(day, 10))
    assert (len(letters()), len(letters(asking.LEAVING_BE))) == (2, 1)


@pytest.mark.parametrize("became", ["held", "gave_up", "came_back", "unsure", "leaving"])
def test_a_question_that_did_not_go_out_is_no_silence_of_theirs(cast, asked, became):
    assert [ask_at(at(day, 9), becomes=became)["asked"] for day in (2, 9, 16, 23)] == [1] * 4
    assert no_word(cast) == [] and not letters(asking.LEAVING_BE)


@pytest.mark.parametrize("became", ["sent", "to_print", "in the tray"])
def test_two_that_went_out_with_one_between_that_did_not(cast, asked, became):
    for day, state in ((2, became), (9, "held"), (16, became)):
        assert ask_at(at(day, 9), becomes=state)["asked"] == 1
    assert ask_at(at(23, 9))["rests"] == 1
    assert no_word(cast) == [(cast.individual, date(2026, 10, 2))]


def test_one_answer_of_the_two_and_it_goes_on(cast, boxing, asked):
    ask_at(at(2, 9))
    with clock.at(at(3, 9)):
        goals.check_in(goal=boxing, went=False, by=cast.as_individual)
    ask_at(at(9, 9))
    assert ask_at(at(16, 9))["asked"] == 1


def test_the_worker_reads_since_when_there_was_no_word(workers, cast, left_be):
    assert no_word(cast) == [(cast.individual, date(2026, 10, 2))]
    with clock.at(at(16, 12)):
        page = workers.get("/").content.decode()
    assert "No word since Friday 2 October. Ring?" in page


def test_nothing_is_said_before_that(workers, cast, asked):
    ask_at(at(2, 9))
    ask_at(at(9, 9))
    with clock.at(at(9, 12)):
        assert "No word since" not in workers.get("/").content.decode()
    assert no_word(cast) == []


SIGNS = {
    "a check-in": lambda cast, goal: goals.check_in(goal=goal, went=True, by=cast.as_individual),
    "what the worker heard": lambda cast, goal: goals.check_in(goal=goal, went=True, by=cast.as_worker),
    "a result": lambda cast, goal: goals.add_result(goal=goal, value="Fine", by=cast.as_individual),
    "help asked for": lambda cast, goal: answering.ask_to_go_together(goal=goal, by=cast.as_individual),
    "a message": lambda cast, goal: Message.objects.create(
        individual=cast.individual, said_by="individual", way="email", words="Hi", at=clock.now()
    ),
    "an answer to an old question": lambda cast, goal: answering.answer(
        question=Question.objects.first(), went=True, through="link", by=cast.as_individual
    ),
}


@pytest.mark.parametrize("sign", SIGNS)
def test_any_sign_of_life_clears_it_and_asking_stays_off(cast, boxing, left_be, sign):
    with clock.at(at(17, 9)):
        SIGNS[sign](cast, boxing)
    assert no_word(cast) == []
    ask_at(at(23, 10))
    assert len(letters()) == 2


def test_asking_begins_again_only_when_they_say_so(own, cast, boxing, left_be):
    ids = [cast.individual.public_id, boxing.public_id]
    with clock.at(at(17, 9)):
        assert "Ask me again" in own.get(reverse("asking:part", args=ids)).content.decode()
        assert "Ask me again" in own.get("/").content.decode()
        own.post(reverse("asking:ask_again", args=ids))
    assert no_word(cast) == []
    assert ask_at(at(23, 9))["asked"] == 1
    assert ask_at(at(30, 10))["asked"] == 1  # the two of before count for nothing


def test_a_goal_that_was_paused_meanwhile_is_no_reason_to_ring(cast, boxing, left_be):
    goals.pause(goal=boxing, by=cast.as_worker)
    assert no_word(cast) == []


def test_a_word_between_the_two_is_remembered_but_they_are_left_be_all_the_same(cast, asked, run_goal):
    ask_at(at(2, 9))
    ask_at(at(9, 9))
    with clock.at(at(10, 9)):
        goals.add_result(goal=run_goal, value="28:10", by=cast.as_individual)
    assert ask_at(at(16, 9))["rests"] == 1
    assert no_word(cast) == []


@pytest.fixture
def run_goal(cast):
    return goals.set_goal(individual=cast.individual, kind="target", words="Run", by=cast.as_individual)


def test_how_many_looks_does_not_grow_with_people(cast, left_be, django_assert_num_queries):
    with django_assert_num_queries(1):
        queries.no_word_from([cast.individual])
