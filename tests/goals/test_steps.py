"""Small steps: each has an owner, an order, and may be done on the spot."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from kith.access.refusal import Refused
from kith.goals import actions, queries
from kith.goals.models import Step

from .conftest import TODAY


@pytest.fixture
def sam(cast):
    return actions.add_helper(
        individual=cast.individual, name="Sam", how_they_help="Meets people at the door", by=cast.as_worker
    )


def in_order(goal) -> list[str]:
    return [step.words for step in goal.steps.order_by("position")]


@pytest.mark.shows("S40", "S48", "S75")
def test_a_goal_is_split_into_small_steps_with_three_kinds_of_owner(cast, boxing, sam):
    by = cast.as_worker
    actions.add_step(goal=boxing, words="Look round the gym", by=by, by_when=date(2026, 9, 14))
    actions.add_step(goal=boxing, words="Ask about a free class", owner="worker", by=by)
    actions.add_step(goal=boxing, words="Meet at the door", owner="helper", helper=sam, by=by)
    (goal,) = queries.goals_in_play(cast.individual)
    assert [(step.words, step.owner, step.helper) for step in goal.steps_in_order] == [
        ("Look round the gym", "individual", None),
        ("Ask about a free class", "worker", None),
        ("Meet at the door", "helper", sam),
    ]
    assert queries.owners_of(cast.individual) == queries.Owners(individual="Tomos", worker="Anwen")


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (("helper", False), "Please say which helper does this step."),
        (("worker", True), "Only one of you can hold this step."),
        (("nobody", False), "Please say who does this step."),
    ],
)
def test_a_step_without_one_clear_owner_leaves_nothing(cast, boxing, sam, given, sentence):
    owner, has_helper = given
    with pytest.raises(Refused, match=sentence):
        actions.add_step(goal=boxing, words="x", owner=owner, helper=sam if has_helper else None, by=cast.as_worker)
    assert not Step.objects.exists()


def test_the_database_too_wants_one_owner(cast, boxing, sam):
    step = actions.add_step(goal=boxing, words="x", by=cast.as_worker)
    for owner, helper in (("helper", None), ("worker", sam), ("somebody", None)):
        with pytest.raises(IntegrityError), transaction.atomic():
            Step.objects.filter(pk=step.pk).update(owner=owner, helper=helper)


@pytest.mark.shows("S91")
def test_a_step_may_be_made_and_done_in_one_sitting(cast, boxing):
    step = actions.add_step(goal=boxing, words="Fill in the form at the gym", by=cast.as_worker)
    actions.finish_step(step=step, by=cast.as_worker)
    assert (step.set_on, step.done_on, step.done_by) == (TODAY, TODAY, "worker")


@pytest.mark.shows("S48")
def test_done_once_and_opened_again(cast, boxing):
    step = actions.add_step(goal=boxing, words="Ring the gym", owner="worker", by=cast.as_worker)
    actions.finish_step(step=step, by=cast.as_individual)
    assert step.done_by == "individual"
    with pytest.raises(Refused, match="This step is already done."):
        actions.finish_step(step=step, by=cast.as_individual)
    actions.undo_step(step=step, by=cast.as_individual)
    with pytest.raises(Refused, match="This step is still open."):
        actions.undo_step(step=step, by=cast.as_individual)
    with pytest.raises(Refused, match="That day has not come yet."):
        actions.finish_step(step=step, on=date(2026, 9, 12), by=cast.as_individual)
    step.refresh_from_db()
    assert (step.done_on, step.done_by) == (None, "")


@pytest.mark.shows("S48")
def test_two_presses_at_once_finish_or_open_a_step_once(cast, boxing):
    made = actions.add_step(goal=boxing, words="Ring the gym", by=cast.as_worker)
    for act, sentence in (
        (actions.finish_step, "This step is already done."),
        (actions.undo_step, "This step is still open."),
    ):
        first, second = (Step.objects.get(pk=made.pk) for _ in range(2))
        act(step=first, by=cast.as_individual)
        with pytest.raises(Refused, match=sentence):
            act(step=second, by=cast.as_worker)


def test_steps_change_places_and_stop_at_the_ends(cast, boxing):
    one, two, three = (actions.add_step(goal=boxing, words=words, by=cast.as_individual) for words in ("1", "2", "3"))
    actions.move_step(step=three, up=True, by=cast.as_individual)
    assert in_order(boxing) == ["1", "3", "2"]
    actions.move_step(step=one, up=True, by=cast.as_individual)
    actions.move_step(step=two, up=False, by=cast.as_individual)
    assert in_order(boxing) == ["1", "3", "2"]
    actions.move_step(step=one, up=False, by=cast.as_individual)
    assert in_order(boxing) == ["3", "1", "2"]


@pytest.mark.shows("S75")
def test_the_next_step_is_the_individual_s_own_first_open_one_the_soonest_first(cast, boxing, run):
    by = cast.as_individual
    assert queries.next_step(cast.individual) is None
    actions.add_step(goal=boxing, words="Ring", owner="worker", by=by)
    first = actions.add_step(goal=boxing, words="Look round", by=by)
    assert queries.next_step(cast.individual) == first
    sooner = actions.add_step(goal=run, words="Put my name down", by_when=date(2026, 9, 20), by=by)
    assert queries.next_step(cast.individual) == sooner
    actions.pause(goal=run, by=by)
    assert queries.next_step(cast.individual) == first
    actions.finish_step(step=first, by=by)
    assert queries.next_step(cast.individual) is None


@pytest.mark.shows("S48")
def test_promises_of_one_side_open_and_done_since_a_day(cast, boxing):
    by = cast.as_worker
    ring = actions.add_step(goal=boxing, words="Ring the gym", owner="worker", by=by)
    loose = actions.add_step(individual=cast.individual, words="Send the day early", owner="worker", by=by)
    done = actions.add_step(goal=boxing, words="Find a run", owner="worker", by=by)
    long_ago = actions.add_step(goal=boxing, words="Find the gym", owner="worker", by=by)
    actions.finish_step(step=done, on=date(2026, 9, 5), by=by)
    actions.finish_step(step=long_ago, on=date(2026, 9, 1), by=by)
    assert queries.promises(cast.individual, "worker", date(2026, 9, 5)) == queries.Promises(
        open=[ring, loose], done=[done]
    )
    assert queries.promises(cast.individual, "individual") == queries.Promises(open=[], done=[])


def test_a_helper_or_goal_of_somebody_else_is_not_used(cast, boxing, sam):
    sam.individual_id += 1
    with pytest.raises(Refused, match="That helper belongs to somebody else."):
        actions.add_step(goal=boxing, words="x", owner="helper", helper=sam, by=cast.as_worker)
