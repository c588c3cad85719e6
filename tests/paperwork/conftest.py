"""The cast after a meeting that was written up, with much said about the individual."""

from datetime import UTC, date, datetime

import pytest

from kith.about_me import actions as about_me
from kith.access import clock
from kith.budget import actions as budget
from kith.conversations import actions as conversations
from kith.conversations.actions.write_up import WriteUp
from kith.goals import actions as goals
from kith.paperwork import actions
from kith.paperwork.sources import Around
from tests.budget.conftest import terms
from tests.goals.cast import Cast, gather

from .forms import MONEY, VISIT, loaded

TUESDAY = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)
SINCE = {"written_on": date(2026, 11, 9), "told_on": date(2026, 11, 11), "starts_on": date(2026, 11, 16)}
SAID = {
    "direction": "I want to run with others.",
    "interest": "Running",
    "helps": "Time to think.",
    "does_not_help": "Being rushed.",
    "how_i_like": "One thing at a time.",
    "good_at": "Listening.",
    "worry": "Losing my Personal Budget.",
}
NOTE = "We talked about the long run.\nTomos would like a club."


@pytest.fixture(autouse=True)
def tuesday_evening():
    with clock.at(TUESDAY):
        yield


@pytest.fixture(autouse=True)
def without_a_second_factor(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False


@pytest.fixture
def cast(db) -> Cast:
    return gather()


@pytest.fixture
def met(cast):
    """A meeting, written up."""
    steps = [{"words": "Find a run near here", "owner": "worker", "helper": None}]
    wrote = WriteUp(held_on=TUESDAY.date(), shared=NOTE, steps=steps)
    return conversations.write_up(individual=cast.individual, wrote=wrote, by=cast.as_worker)


@pytest.fixture
def known(cast, met):
    """Everything that Kith could know already."""
    for kind, words in SAID.items():
        about_me.add_line(individual=cast.individual, kind=kind, words=words, by=cast.as_individual)
    goals.set_goal(individual=cast.individual, kind="commitment", words="Run on Saturdays.", by=cast.as_individual)
    goals.add_helper(individual=cast.individual, name="Bryn", how_they_help="Runs along.", by=cast.as_individual)
    budget.record(individual=cast.individual, terms=terms(**SINCE), by=cast.as_worker)
    promised = {"words": "It stays as it is.", "said_by": "Anwen", "said_on": TUESDAY.date()}
    budget.promise(individual=cast.individual, by=cast.as_worker, **promised)
    return met


@pytest.fixture
def full(cast, known) -> Around:
    return Around(cast.individual, known)


@pytest.fixture
def visit(cast, known):
    """A form about a visit, begun."""
    return begun(cast, known, loaded("visit", VISIT))


@pytest.fixture
def money(cast, known):
    """A form about money, begun."""
    return begun(cast, known, loaded("money", MONEY, about_money=True))


def begun(cast, meeting, form, way="talk"):
    """A form, begun by the worker."""
    return actions.begin(individual=cast.individual, form=form, way=way, meeting=meeting, by=cast.as_worker)
