"""Tomos, his worker and who looks after rights, where diaries are offered; one Tuesday morning."""

from collections.abc import Iterator
from copy import deepcopy

import pytest

from kith.access import clock
from kith.diary import actions
from tests.gathered import once_a_file
from tests.rights.conftest import TUESDAY, Rights, gather_with_leads


def gather_where_diaries_are_offered() -> Rights:
    rights = gather_with_leads()
    actions.switch_on(safety_lead="Dr Rowe, safety lead", by=rights.as_ines)
    return rights


@pytest.fixture(autouse=True)
def tuesday_morning(settings) -> Iterator[None]:
    settings.SECOND_FACTOR_FOR_STAFF = False
    with clock.at(TUESDAY):
        yield


@pytest.fixture(scope="module")
def gathered(django_db_setup, django_db_blocker) -> Iterator[Rights]:
    with once_a_file(django_db_blocker, clock.at(TUESDAY)(gather_where_diaries_are_offered)) as made:
        yield made


@pytest.fixture
def rights(gathered, db) -> Rights:
    return deepcopy(gathered)


@pytest.fixture
def entry(rights):
    """What Tomos wrote for himself."""
    return actions.write(individual=rights.individual, words="A heron. Nobody knows.", by=rights.cast.as_individual)
