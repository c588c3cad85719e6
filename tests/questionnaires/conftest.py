"""The same cast and day as the goals have, and a form of the council's."""

import pytest

from kith.access import clock
from kith.access.actor import Actor
from kith.people.actors import actor_for
from kith.questionnaires import actions
from tests.goals.cast import Cast, gather
from tests.goals.conftest import friday_morning, own, without_a_second_factor, workers
from tests.questionnaires.made import choice, item, when, written

__all__ = ["friday_morning", "own", "without_a_second_factor", "workers"]

OFFICE = Actor.command_line()


@pytest.fixture
def cast(db) -> Cast:
    return gather()


@pytest.fixture
def as_manager(cast) -> Actor:
    return actor_for(cast.manager, clock.now())


@pytest.fixture
def review(db):
    """A short form of the council's, beside those that come with Kith."""
    actions.bring_in_ours()
    people = item("who", "group", repeats=True, item=[item("who.name"), item("who.often", "integer")])
    gone = item("why", "text", enableWhen=[when("well", answerBoolean=False)])
    return actions.load_form(
        content=written(item("well", "boolean"), gone, people, choice("drink", "tea", "milk", repeats=True)), by=OFFICE
    ).form


@pytest.fixture
def sheet(cast, review):
    return actions.begin_sheet(form=review, individual=cast.individual, by=cast.as_worker)
