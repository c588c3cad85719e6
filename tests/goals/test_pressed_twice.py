"""A button pressed twice is one press; whatever differs is another."""

from datetime import date, timedelta

import pytest

from kith.access import clock
from kith.access.models import TrailEntry
from kith.goals import actions
from kith.goals.models import Barrier, Goal, Helper, Result, Step

from .conftest import FRIDAY
from .test_pages import of, place


def twice(act, model, **given):
    """The same thing asked for twice: one row, one line in the trail."""
    first, lines = act(**given), TrailEntry.objects.count()
    assert act(**given) == first
    assert (model.objects.count(), TrailEntry.objects.count()) == (1, lines)


def test_a_goal_with_its_steps_is_set_once(cast):
    steps = [actions.PlannedStep("Look it up"), actions.PlannedStep("Ring them", owner="worker")]
    said = {"individual": cast.individual, "kind": "commitment", "words": "Sing ", "weekday": 1}
    twice(actions.set_goal, Goal, **said, steps=steps, by=cast.as_individual)
    assert Step.objects.count() == 2


@pytest.mark.parametrize("other", [{"weekday": 2}, {"words": "Sing more"}, {"why": "For company"}])
def test_another_goal_is_another(cast, other):
    said = {"individual": cast.individual, "kind": "commitment", "words": "Sing", "weekday": 1, "by": cast.as_worker}
    assert actions.set_goal(**said) != actions.set_goal(**said | other)


def test_the_third_goal_pressed_twice_is_no_fourth(cast, boxing, run):
    said = {"individual": cast.individual, "kind": "commitment", "words": "Sing", "by": cast.as_individual}
    assert actions.set_goal(**said) == actions.set_goal(**said)


def test_a_step_and_its_helper_are_added_once(own, cast, boxing):
    for _ in range(2):
        form = {"words": "Meet me", "owner": "somebody else", "helper_name": "Sam"}
        own.post(of("add_step", cast, boxing), form)
    assert (Step.objects.count(), Helper.objects.count()) == (1, 1)


def test_a_step_that_differs_or_was_done_is_another(cast, boxing):
    said = {"goal": boxing, "words": "Ring", "by": cast.as_individual}
    first = actions.add_step(**said)
    loose = actions.add_step(individual=cast.individual, words="Ring", by=cast.as_individual)
    assert len({first, loose, actions.add_step(**said, owner="worker")}) == 3
    actions.finish_step(step=first, by=cast.as_individual)
    assert actions.add_step(**said) != first


def test_a_result_and_something_in_the_way_are_kept_once(cast, run):
    by = cast.as_individual
    twice(actions.add_result, Result, goal=run, value="27:40", words="Windy", by=by)
    twice(actions.note_barrier, Barrier, goal=run, words="Mornings are hard", by=by)


def test_the_same_result_later_by_another_or_of_another_day_is_another(cast, run):
    kept = [actions.add_result(goal=run, value="27:40", by=cast.as_individual)]
    kept.append(actions.add_result(goal=run, value="27:40", by=cast.as_worker))
    kept.append(actions.add_result(goal=run, value="27:40", on=date(2026, 9, 10), by=cast.as_individual))
    with clock.at(FRIDAY + timedelta(minutes=2)):
        kept.append(actions.add_result(goal=run, value="27:40", by=cast.as_individual))
    assert len({result.pk for result in kept}) == 4


@pytest.mark.fault("F-13")
def test_the_form_of_a_new_goal_sent_twice_leads_to_one_goal(own, cast):
    typed = {"kind": "commitment", "words": "Sing with others", "weekday": "1", "steps": "Ask"}
    answers = {own.post(place("new_goal", cast), typed)["Location"] for _ in range(2)}
    assert answers == {of("goal_page", cast, Goal.objects.get())}
    assert Step.objects.count() == 1
