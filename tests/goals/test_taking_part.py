"""A day to take part in, people who lend a hand, and one goal shown alone."""

from datetime import date

import pytest

from kith.access.refusal import Refused
from kith.goals import actions, queries
from tests.page_words import words_of

from .test_pages import of


@pytest.mark.shows("S51")
def test_the_individual_moves_it_in_one_tap_and_every_move_is_kept(own, cast, run):
    for entry in ("thinking", "entered", "entered", "going_to"):
        own.post(of("move_entry", cast, run), {"entry": entry})
    run.refresh_from_db()
    assert run.entry == "going_to"
    moves = [(move.entry, move.moved_by_individual) for move in queries.entry_moves_of(run)]
    assert moves == [("going_to", True), ("entered", True), ("thinking", True)]
    page = words_of(own.get(of("goal_page", cast, run)))
    assert 'aria-pressed="true">Going to enter' in page
    assert "Where are you with it?" in page


@pytest.mark.shows("S51")
def test_a_worker_moves_it_only_as_they_remember_it(workers, cast, run):
    workers.post(of("move_entry", cast, run), {"entry": "confirmed"})
    page = words_of(workers.get(of("goal_page", cast, run)))
    assert "Only as Tomos told you." in page
    assert 'Confirmed, 11 September 2026 <span class="muted">as Anwen remembers</span>' in page


def test_without_a_day_or_with_a_made_up_state_nothing_moves(cast, boxing, run):
    for goal, entry, sentence in [(boxing, "entered", "no day to take part in"), (run, "won", "Please press one")]:
        with pytest.raises(Refused, match=sentence):
            actions.move_entry(goal=goal, entry=entry, by=cast.as_individual)


def test_when_entering_closes_is_told_with_the_day(own, cast, run):
    own.post(of("change_target", cast, run), {"due_on": "2026-12-01", "enter_by": "2026-11-20"})
    page = words_of(own.get(of("goal_page", cast, run)))
    assert "The day: Tuesday 1 December 2026. Entering closes on Friday 20 November." in page


@pytest.mark.shows("S40", "S105")
def test_a_goal_names_who_helps_and_when_they_have_time(own, cast, run):
    assert "Tomos, so far." in words_of(own.get(of("goal_page", cast, run)))
    dawn = {"name": "Dawn", "how_they_help": "Runs alongside", "has_time": "Sunday mornings"}
    own.post(of("lend_a_hand", cast, run), dawn)
    own.post(of("lend_a_hand", cast, run), {"name": "dawn ", "has_time": "Any morning"})
    page = words_of(own.get(of("goal_page", cast, run)))
    for words in ("Dawn", "Runs alongside", "Has time: Any morning"):
        assert words in page
    (helper,) = queries.helpers_of(cast.individual)
    own.post(of("stop_helping", cast, run), {"helper": helper.public_id})
    assert run.helpers.count() == 0
    assert own.post(of("lend_a_hand", cast, run), {"name": "", "has_time": "Noon"}).status_code == 422


@pytest.mark.shows("S40")
def test_a_helper_with_a_step_is_named_too_and_the_goal_s_own_once(cast, run):
    sam = actions.add_helper(individual=cast.individual, name="Sam", by=cast.as_individual)
    actions.add_step(goal=run, words="Come along", owner="helper", helper=sam, by=cast.as_individual)
    actions.lend_a_hand(goal=run, name="Sam", by=cast.as_individual)
    actions.lend_a_hand(goal=run, name="Dawn", by=cast.as_individual)
    goal = queries.goal_called(cast.individual, run.public_id)
    assert [helper.name for helper in queries.helpers_with(goal)] == ["Dawn", "Sam"]


@pytest.fixture
def told(cast, run):
    actions.add_step(goal=run, words="Buy shoes with Kay", owner="worker", by=cast.as_worker)
    actions.add_step(goal=run, words="Run to the bridge", worry="Hills", by=cast.as_individual)
    actions.add_result(goal=run, value="31:10", on=date(2026, 9, 2), words="Legs like lead", by=cast.as_individual)
    actions.add_result(goal=run, value="29:40", on=date(2026, 9, 9), by=cast.as_individual)
    return run


def test_one_goal_is_shown_alone(own, cast, told):
    page = words_of(own.get(of("show_this", cast, told)))
    for words in ("Run 5km in the park", "My next small step", "Run to the bridge", "29:40", "<svg viewBox"):
        assert words in page
    for words in ("kith", "anwen", "calder valley", "help now", "budget", "hills", "buy shoes", "legs like"):
        assert words not in page.lower()
    for tag in ("<nav", "<header", "<footer", "<a ", "<form"):
        assert tag not in page
    assert of("show_this", cast, told) in words_of(own.get(of("goal_page", cast, told)))


@pytest.mark.parametrize("who", ["worker", "stranger"])
def test_it_is_theirs_alone_to_show(client, cast, told, who):
    client.force_login(getattr(cast, who))
    answer = client.get(of("show_this", cast, told))
    if who == "stranger":
        assert answer.status_code == 404
    else:
        assert answer["Location"] == of("goal_page", cast, told)
        assert "Show this to somebody" not in words_of(client.get(answer["Location"]))


def test_a_line_that_is_not_wanted_is_not_shown_there_either(own, cast, told):
    actions.show_line(goal=told, is_shown=False, by=cast.as_individual)
    page = words_of(own.get(of("show_this", cast, told)))
    assert "polyline" not in page
    assert "29:40, 9 September" in page
