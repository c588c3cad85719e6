"""The same cast and day as the goals have, and decisions to try things with."""

from datetime import date

import pytest

from kith.access import clock
from kith.budget import actions
from kith.budget.models import Decision
from kith.budget.terms import Terms
from kith.people.actors import actor_for
from tests.goals.cast import Cast, gather
from tests.goals.conftest import (  # noqa: F401 - fixtures are found by their names
    friday_morning,
    own,
    without_a_second_factor,
    workers,
)

WROTE = {
    "total": 12_000,
    "own_part": 2_000,
    "their_part": 10_000,
    "total_from": "their letter",
    "period": "week",
    "decided_by": "Calderford Council",
    "written_by": "J. Marsh",
    "words": "We have agreed £120 a week.",
    "written_on": date(2026, 3, 2),
    "told_on": date(2026, 3, 4),
    "starts_on": date(2026, 3, 9),
    "pays_for": "A personal assistant\nThe day centre",
}
LESS = {
    "total": 9_000,
    "their_part": 7_000,
    "basis": "letter",
    "words": "It is now £90 a week.",
    "why": "You asked less.",
}
ALL_OF_IT = {
    "looked_again_on": date(2026, 8, 3),
    "need_changed": "Getting about.",
    "how_met": "A bus pass, £4 a week.",
    "who_involved": "Tomos and his sister.",
    "advocate_offered": True,
    "notice_on": date(2026, 8, 10),
    "starts_on": date(2026, 9, 7),
    "how_to_challenge": "Write to us within three months.",
}

SAYS = "It was £80 a week. We have agreed £120 a week. You pay £20 of it."


def terms(**told) -> Terms:
    return Terms(**(WROTE | told))


@pytest.fixture
def cast(db) -> Cast:
    return gather()


@pytest.fixture
def as_manager(cast):
    return actor_for(cast.manager, clock.now())


@pytest.fixture
def wrong(cast) -> Decision:
    """£100 a week, and then a letter of £120 that was typed as £210."""
    before = terms(total=10_000, own_part=2_000, their_part=8_000)
    actions.record(individual=cast.individual, terms=before, by=cast.as_worker)
    typed = terms(total=21_000, own_part=2_000, their_part=19_000, words=SAYS)
    return actions.record(individual=cast.individual, terms=typed, by=cast.as_worker)


@pytest.fixture
def decided(cast) -> Decision:
    """By the council: £120 a week."""
    return actions.record(individual=cast.individual, terms=terms(), by=cast.as_worker)


@pytest.fixture
def decided_here(cast) -> Decision:
    """By the organisation that uses Kith."""
    own_words = terms(decided_here=True, decided_by="Calder Valley Trust")
    return actions.record(individual=cast.individual, terms=own_words, by=cast.as_worker)


@pytest.fixture
def managers(client, cast):
    client.force_login(cast.manager)
    return client


@pytest.fixture
def lower(cast, decided, as_manager) -> Decision:
    proposal = actions.propose(individual=cast.individual, terms=terms(**LESS), by=cast.as_worker)
    return actions.confirm(proposal=proposal, by=as_manager)
