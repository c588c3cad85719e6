"""An introduction told as the task of a referral: every state that is derived keeps to the guide’s table of moves."""

import json
from itertools import pairwise, product

import pytest

from kith.introductions import life, tasks
from kith.introductions.actions.reporting import add_report
from kith.introductions.life import State
from kith.introductions.models import Report

from ..directory.conftest import SHARED
from .test_moves import ROLES, WAYS, brought_to, speaking_as

GUIDE = SHARED / "fhir/sdohcc-referral-task-transitions.json"
# What each state is to others, and whether another asking had to begin for it.
STATUSES = {
    State.IDEA: "draft",
    State.NOT_NOW: "draft",
    State.AGREED: "draft",
    State.PREPARED: "requested",
    State.ASKED: "requested",
    State.QUESTION: "requested",
    State.WELCOMED: "accepted",
    State.TURNED_DOWN: "rejected",
    State.VISIT: "accepted",
    State.MISSED: "on-hold",
    State.WENT: "in-progress",
    State.WENT_AGAIN: "in-progress",
    State.BELONGS: "completed",
    State.ENDED: "cancelled",
    State.RESTED: "cancelled",
}


@pytest.fixture(scope="module")
def guide():
    """The table of moves as it was transcribed from the guide."""
    if not GUIDE.exists():
        pytest.skip("the guide’s table of moves is not beside the project")
    return json.loads(GUIDE.read_text())


def tell(introduction, *kinds: str):
    """Reports one after the other, each by somebody who may tell it."""
    for kind in kinds:
        parties = life.BY_KIND[Report.Kind(kind)].by
        role = next(role for party, roles in ROLES.items() for role in roles if party in parties)
        add_report(introduction, kind, by=speaking_as(role, introduction.individual))
    return tasks.tasks_of(introduction)


def codes(found) -> list[list[str]]:
    return [[status.code for status in task.statuses] for task in found]


@pytest.mark.parametrize("state", State)
def test_each_state_has_its_status(cast, state):
    assert tasks.tasks_of(brought_to(cast, state))[-1].status == STATUSES[state]


def test_what_lies_between_is_put_in(cast):
    found = tell(brought_to(cast, State.AGREED), "went")
    assert codes(found) == [["draft", "requested", "accepted", "in-progress"]]
    assert [status.is_implied for status in found[0].statuses] == [False, True, True, False]


def test_what_was_tried_and_ended_was_done(cast):
    assert codes(tell(brought_to(cast, State.WENT), "ended")) == [
        ["draft", "requested", "accepted", "in-progress", "completed"]
    ]
    assert tasks.tasks_of(brought_to(cast, State.ENDED))[-1].status == "cancelled"


def test_a_host_who_comes_round_begins_another_task(cast):
    introduction = brought_to(cast, State.TURNED_DOWN)
    assert codes(tell(introduction, "host yes", "planned", "went")) == [
        ["draft", "requested", "rejected"],
        ["requested", "accepted", "in-progress"],
    ]


def test_a_host_who_cannot_after_all(cast):
    found = tell(brought_to(cast, State.VISIT), "host not now")
    assert codes(found) == [["draft", "requested", "accepted", "failed"]]
    assert found[0].statuses[-1].reason == "Not this time"


def test_our_table_is_the_guides(guide):
    assert {code: list(after) for code, after in tasks.TRANSITIONS.items()} == guide["transitions"]


def every_way() -> list[tuple[str, ...]]:
    """Each state, and every two reports that may follow it by the table."""
    ways = []
    for state, kinds in WAYS.items():
        for more in product(Report.Kind.values, repeat=2):
            after, is_told = state, True
            for kind in more:
                is_told = is_told and after in life.BY_KIND[Report.Kind(kind)].while_
                after = life.leads_to(after, kind)
            ways += [(*kinds, *more)] if is_told else []
    return ways


class Told:
    """An introduction with reports at hand that nobody kept."""

    def __init__(self, introduction, kinds):
        self.opened_at = introduction.opened_at
        self._reports = [
            Report(pk=number, kind=kind, on=introduction.opened_at.date(), noted_at=introduction.opened_at)
            for number, kind in enumerate(kinds)
        ]

    @property
    def reports(self):
        return self

    def all(self):
        return self._reports


def test_every_state_that_is_derived_keeps_to_the_guide(cast, guide):
    introduction, ways = brought_to(cast, State.IDEA), every_way()
    assert len(ways) > 1000
    for way in ways:
        for task in tasks.tasks_of(Told(introduction, way)):
            _keeps_to(guide, task, way)


def _keeps_to(guide, task, way):
    assert task.statuses[0].code in guide["initial"], way
    for before, after in pairwise(task.statuses):
        assert after.code in guide["transitions"][before.code], way
    for status in task.statuses:
        assert status.set_by in guide["set_by"][status.code], way
        needs_words = status.code in guide["reason_text_expected_for"] and not status.is_implied
        assert status.reason or not needs_words, way
    assert task.is_over == (task.status in guide["terminal"]), way
