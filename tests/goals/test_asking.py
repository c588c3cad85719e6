"""The one question on an individual's page: did you go?"""

from datetime import UTC, date, datetime

import pytest

from kith.access import clock
from kith.goals import actions, queries

from .conftest import THURSDAY


@pytest.mark.shows("S46", "S86")
def test_the_day_after_it_asks_about_the_latest_thursday(cast, boxing):
    question = queries.question_for(cast.individual, date(2026, 9, 11))
    assert (question.goal, question.day) == (boxing, date(2026, 9, 10))
    assert question.words == "Go to kick-boxing, Thursday 6:30pm"


def test_a_weekday_that_is_in_the_name_is_not_said_twice(cast, boxing):
    actions.reword_goal(goal=boxing, words="Kick-boxing on Thursday.", by=cast.as_individual)
    question = queries.question_for(cast.individual, date(2026, 9, 11))
    assert question.words == "Kick-boxing on Thursday, 6:30pm"


def test_once_answered_it_asks_no_more_until_the_next_week(cast, boxing):
    actions.check_in(goal=boxing, went=True, on=date(2026, 9, 10), by=cast.as_individual)
    assert queries.question_for(cast.individual, date(2026, 9, 11)) is None
    assert queries.question_for(cast.individual, date(2026, 9, 18)).day == date(2026, 9, 17)


def test_an_answer_given_a_day_late_without_a_day_still_counts(cast, boxing):
    actions.check_in(goal=boxing, went=False, by=cast.as_individual)
    assert queries.question_for(cast.individual, date(2026, 9, 11)) is None


def test_never_about_a_day_before_the_goal_was_set(cast):
    actions.set_goal(individual=cast.individual, kind="commitment", words="Choir", weekday=THURSDAY, by=cast.as_worker)
    assert queries.question_for(cast.individual, date(2026, 9, 11)) is None
    assert queries.question_for(cast.individual, date(2026, 9, 16)) is None
    assert queries.question_for(cast.individual, date(2026, 9, 17)).day == date(2026, 9, 17)


@pytest.mark.parametrize(("hour", "day"), [(9, date(2026, 9, 10)), (18, date(2026, 9, 17))])
def test_on_the_day_itself_it_waits_for_the_time(cast, boxing, hour, day):
    with clock.at(datetime(2026, 9, 17, hour, tzinfo=UTC)):
        assert queries.question_for(cast.individual, clock.today()).day == day


@pytest.mark.shows("S46")
def test_a_paused_goal_is_not_asked_about_nor_are_its_weeks_afterwards(cast, boxing):
    actions.pause(goal=boxing, words="Back in October", by=cast.as_individual)
    assert queries.question_for(cast.individual, date(2026, 9, 25)) is None
    with clock.at(datetime(2026, 10, 5, 9, tzinfo=UTC)):
        actions.start_again(goal=boxing, by=cast.as_individual)
    assert queries.question_for(cast.individual, date(2026, 10, 7)) is None
    assert queries.question_for(cast.individual, date(2026, 10, 9)).day == date(2026, 10, 8)


@pytest.mark.shows("S46")
def test_two_times_not_going_bring_an_offer_and_going_takes_it_away(cast, boxing):
    for day, went, offers in [(3, False, False), (10, False, True), (11, True, False)]:
        actions.check_in(goal=boxing, went=went, on=date(2026, 9, day), by=cast.as_individual)
        (goal,) = queries.goals_in_play(cast.individual)
        assert queries.offers_something_smaller(goal) is offers


@pytest.mark.parametrize(
    ("today", "told_on", "asks"),
    [
        (date(2026, 11, 30), None, False),
        (date(2026, 12, 1), None, True),
        (date(2026, 12, 9), date(2026, 11, 28), True),
        (date(2026, 12, 9), date(2026, 12, 1), False),
    ],
)
def test_once_the_day_has_been_it_is_asked_how_it_turned_out(cast, run, today, told_on, asks):
    with clock.at(datetime(2026, 12, 9, 9, tzinfo=UTC)):
        if told_on:
            actions.add_result(goal=run, value="27:40", on=told_on, by=cast.as_individual)
        goal = queries.goal_called(cast.individual, run.public_id)
        assert queries.asks_how_it_turned_out(goal, today) is asks


def test_where_two_accounts_differ_the_individual_s_own_is_heard(cast, boxing):
    for day in (3, 10):
        actions.check_in(goal=boxing, went=True, on=date(2026, 9, day), by=cast.as_individual)
        actions.check_in(goal=boxing, went=False, on=date(2026, 9, day), by=cast.as_worker)
    (goal,) = queries.goals_in_play(cast.individual)
    assert not queries.offers_something_smaller(goal)


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ([True, True], ""),
        ([True, True, True], "Most weeks lately."),
        ([True, False, False], "Some weeks lately."),
        ([True, False, False, False], "Now and then."),
        ([False, False, False], ""),
    ],
)
def test_how_often_is_told_in_calm_words_without_a_figure(cast, boxing, answers, words):
    for day, went in enumerate(answers, start=3):
        actions.check_in(goal=boxing, went=went, on=date(2026, 9, day), by=cast.as_individual)
    (goal,) = queries.goals_in_play(cast.individual)
    assert queries.how_often(goal) == words
