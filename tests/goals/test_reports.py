"""What is told of goals: kept in the words it was told in, by whom, and asked for at one price."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.access.refusal import Refused
from kith.goals import actions, queries
from kith.goals.models import CheckIn, Goal, Result

from .conftest import TODAY


def looks_of(question) -> int:
    """How many times a question asks the database."""
    with CaptureQueriesContext(connection) as looks:
        question()
    return len(looks)


@pytest.mark.shows("S86", "S87", "S88")
def test_two_accounts_of_a_day_both_stand_and_of_each_side_the_latest_counts(cast, boxing):
    told = [
        (False, "Not up to it", cast.as_individual),
        (False, "Not seen there", cast.as_worker),
        (True, "Went after all. A lot fitter!", cast.as_individual),
    ]
    for went, words, by in told:
        actions.check_in(goal=boxing, went=went, on=date(2026, 9, 10), words=words, by=by)
    (goal,) = queries.goals_in_play(cast.individual)
    assert [(each.went, each.words, each.typed_by_individual) for each in goal.latest_check_ins] == [
        (True, "Went after all. A lot fitter!", True),
        (False, "Not seen there", False),
    ]
    assert CheckIn.objects.count() == 3


def test_a_day_still_to_come_is_not_told_of(cast, boxing, run):
    tomorrow = TODAY + timedelta(days=1)
    with pytest.raises(Refused, match="That day has not come yet."):
        actions.check_in(goal=boxing, went=True, on=tomorrow, by=cast.as_individual)
    with pytest.raises(Refused, match="That day has not come yet."):
        actions.add_result(goal=run, value="27:40", on=tomorrow, by=cast.as_individual)
    assert not CheckIn.objects.exists()
    assert not Result.objects.exists()


@pytest.mark.parametrize(("typed", "seconds"), [("27:40", 1660), (" 27.40 ", 1660), ("1:02:30", 3750), ("0:59", 59)])
def test_a_time_is_read_as_people_write_it(cast, run, typed, seconds):
    result = actions.add_result(goal=run, value=typed, by=cast.as_individual)
    assert (result.value_words, result.number) == (typed.strip(), seconds)


@pytest.mark.parametrize("typed", ["fast", "27", "27:70", "27:4", "half an hour", "1e3"])
def test_what_is_not_a_time_is_answered_with_an_example(cast, run, typed):
    with pytest.raises(Refused, match="Write the time like 27:40."):
        actions.add_result(goal=run, value=typed, by=cast.as_individual)
    assert not Result.objects.exists()


@pytest.mark.shows("S58", "S99")
@pytest.mark.parametrize(
    ("measured_in", "told", "best"),
    [
        ("time", ["31:10", "27:40", "29:02", "27:40"], 1),
        ("number", ["3", "1,200", "4.5"], 1),
        ("words", ["Good", "Better"], None),
    ],
)
def test_the_best_of_times_is_the_shortest_of_numbers_the_highest(cast, run, measured_in, told, best):
    Goal.objects.filter(pk=run.pk).update(measured_in=measured_in)
    run.refresh_from_db()
    kept = [
        actions.add_result(goal=run, value=value, on=date(2026, 9, day), by=cast.as_individual)
        for day, value in enumerate(told, start=1)
    ]
    assert queries.best_result(run) == (None if best is None else kept[best])


@pytest.mark.parametrize("typed", ["nan", "inf", "lots", "1.2.3"])
def test_what_is_not_a_number_is_answered_with_an_example(cast, run, typed):
    Goal.objects.filter(pk=run.pk).update(measured_in="number")
    with pytest.raises(Refused, match="Write a number, like 12."):
        actions.add_result(goal=run, value=typed, by=cast.as_individual)


@pytest.mark.shows("S86", "S88")
def test_the_news_since_a_day_by_goal_with_whose_words_they_are(cast, boxing, run):
    by = cast.as_individual
    actions.check_in(goal=boxing, went=True, on=date(2026, 9, 3), words="Before", by=by)
    went = actions.check_in(goal=boxing, went=True, on=date(2026, 9, 10), words="Knackered", by=by)
    result = actions.add_result(goal=run, value="29:02", on=date(2026, 9, 6), by=cast.as_worker)
    step = actions.add_step(goal=run, words="Put my name down", by=by)
    loose = actions.add_step(individual=cast.individual, words="Ring the library", by=by)
    for each in (step, loose):
        actions.finish_step(step=each, by=by)
    news = queries.since(cast.individual, date(2026, 9, 5))
    assert news == [
        queries.News(boxing, [went], [], []),
        queries.News(run, [], [result], [step]),
        queries.News(None, [], [], [loose]),
    ]
    assert [news[0].check_ins[0].typed_by_individual, news[1].results[0].typed_by_individual] == [True, False]
    assert queries.since(cast.individual, TODAY + timedelta(days=1)) == []


def test_what_gets_in_the_way_is_kept_in_words(cast, boxing):
    actions.note_barrier(goal=boxing, words="Mornings are hard", tried="Evenings", by=cast.as_individual)
    (barrier,) = boxing.barriers.all()
    assert (barrier.words, barrier.tried, barrier.typed_by_individual) == ("Mornings are hard", "Evenings", True)


def fill(cast, goals: int, days: int) -> None:
    """So many goals, each with a history of so many days."""
    by = cast.as_individual
    for number in range(goals):
        goal = actions.set_goal(
            individual=cast.individual, kind="commitment", words=f"{days} {number}", weekday=3, by=by
        )
        actions.add_step(goal=goal, words="x", by=by)
        told = {"goal": goal, "recorded_by": cast.user, "typed_by_individual": True, "recorded_at": "2026-01-01T12:00Z"}
        dates = [TODAY - timedelta(days=back) for back in range(days)]
        CheckIn.objects.bulk_create(CheckIn(on=day, went=True, words="w", **told) for day in dates)
        Result.objects.bulk_create(Result(on=day, value_words="1", words="w", **told) for day in dates)


def read_all(cast) -> dict[str, int]:
    """What each question costs, reading everything that it gives."""
    individual = cast.individual
    questions = {
        "goals_in_play": lambda: [_words(goal) for goal in queries.goals_in_play(individual)],
        "all_goals": lambda: [_words(goal) for goal in queries.all_goals(individual)],
        "next_step": lambda: queries.next_step(individual).goal.name,
        "promises": lambda: [step.goal.name for step in queries.promises(individual, "individual").open],
        "question_for": lambda: queries.question_for(individual, TODAY),
        "since": lambda: [
            (news.goal.name, [each.recorded_by.name for each in news.check_ins])
            for news in queries.since(individual, date(2026, 1, 1))
        ],
    }
    return {name: looks_of(question) for name, question in questions.items()}


def _words(goal) -> list:
    told = [*goal.latest_check_ins, *goal.latest_results]
    return [goal.name, goal.direction, *(each.recorded_by.name for each in told), goal.steps_in_order]


def test_every_question_has_one_price_however_many_goals_and_however_long_the_history(cast):
    fill(cast, goals=1, days=3)
    small = read_all(cast)
    fill(cast, goals=2, days=300)
    assert read_all(cast) == small
    assert small == {
        "goals_in_play": 4,
        "all_goals": 4,
        "next_step": 1,
        "promises": 1,
        "question_for": 1,
        "since": 4,
    }
    assert [len(goal.latest_check_ins) for goal in queries.goals_in_play(cast.individual)] == [3, 12, 12]
