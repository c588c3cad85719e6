"""Promises in the practice mirror: what was handed on or let go is nobody's broken promise."""

import pytest

from kith.access import clock
from kith.conversations.queries.mirror import own_mirror
from kith.goals import actions as goals
from kith.goals.models import Goal, Helper, Step

from .test_mirror import goal_of, told


def promise(cast, owner: str, **more) -> Step:
    said = {"words": "Ring the hall", "position": 1, "set_on": clock.today()}
    return Step.objects.create(individual=cast.individual, owner=owner, **said | more)


@pytest.mark.parametrize("to", ["individual", "helper"])
def test_a_promise_that_was_handed_on_counts_for_neither_and_stays_whose_it_was(cast, to):
    promise(cast, "individual", done_on=clock.today())
    step = promise(cast, "worker", promised_by=cast.worker)
    assert told(own_mirror(cast.worker))["kept_by_worker"] == "0 of 1"
    helper = Helper.objects.create(individual=cast.individual, name="Sam") if to == "helper" else None
    goals.hand_on_step(step=step, owner=to, helper=helper, by=cast.as_worker)
    mirror = told(own_mirror(cast.worker))
    assert (mirror["kept_by_worker"], mirror["kept_by_individual"]) == ("Nothing yet", "1 of 1")
    step.refresh_from_db()
    assert (step.owner, step.handed_on_from, step.promised_by) == (to, "worker", cast.worker)


@pytest.mark.parametrize(
    ("state", "counted"), [("paused", False), ("let_go", False), ("reached", True), ("in_play", True)]
)
def test_a_goal_that_rests_asks_for_nothing(cast, state, counted):
    goal = goal_of(cast.individual, cast.worker, on=clock.today())
    Goal.objects.filter(pk=goal.pk).update(state=state)
    for owner in ("worker", "individual"):
        promise(cast, owner, goal=goal)
        promise(cast, owner)
    mirror = told(own_mirror(cast.worker))
    assert {mirror["kept_by_worker"], mirror["kept_by_individual"]} == {"0 of 2" if counted else "0 of 1"}
