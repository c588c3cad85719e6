"""Worries about safety and what went astray are in the report of all teams as totals, and nobody can be taken out."""

from datetime import UTC, datetime

import pytest

from kith.people import actions as people
from kith.reports import actions, queries
from kith.reports.models import Kept
from kith.reports.periods import quarter
from kith.reports.safe import FEW, NOT_TOLD
from kith.reports.tables import numbers_of
from kith.safety.models import Breach, Concern, Touched

from .conftest import OFFICE, SYSTEM, some_people, worker_of
from .test_preparing import QUARTER

BECAME = "Closed, and the person was told: 20; Closed, and the person was not told: 20; Still open: 20"
MONTHS = "July: {}; August: {}; September: {}"


BECOMES = ({}, {"is_closed": True}, {"is_closed": True, "told_on": QUARTER})


def worry(individual, month: int, **more) -> None:
    at = datetime(2026, month, 12, tzinfo=UTC)
    by = worker_of(individual)
    said = {"saw": "x", "safe_now": "yes", "knows": "yes", "raised_by": by, "raised_as": "worker", "raised_at": at}
    about = {"individual": individual, "team": individual.team, "waits_since": at}
    if more.pop("is_closed", False):
        more |= {"taken_by": by, "taken_at": at, "closed_by": by, "closed_at": at, "decided": "x"}
    Concern.objects.create(**said, **about, **more)


def astray(people_touched, month: int) -> None:
    at = datetime(2026, month, 12, tzinfo=UTC)
    by = worker_of(people_touched[0])
    breach = Breach.objects.create(kind="sent", happened="x", noticed_at=at, said_by=by, said_at=at)
    for each in people_touched:
        Touched.objects.create(breach=breach, individual=each, found="said", added_by=by, added_at=at)


@pytest.fixture
def of_all(valley):
    def prepare() -> dict:
        actions.prepare_what_is_due(by=SYSTEM)
        return Kept.objects.get(team=None, begins_on=QUARTER).told

    return prepare


def test_they_are_told_by_month_and_by_what_became_of_them_and_of_no_team(valley, of_all):
    for number, each in enumerate(some_people(valley, 21)):
        for month in (7, 8, 9):
            worry(each, month, **BECOMES[(number + month) % 3])
        worry(each, 6)
        astray([each], 8)
    told = of_all()
    assert (told["worries"], told["worries_by_month"]) == (65, MONTHS.format(20, 20, 20))
    assert told["worries_became"] == BECAME
    assert (told["astray"], told["astray_became"], told["astray_by_month"]) == (20, NOT_TOLD, NOT_TOLD)  # all are open
    assert "worries" not in Kept.objects.get(team=valley, begins_on=QUARTER).told
    lines = {row[0] for row in numbers_of(queries.report_of(valley, quarter(QUARTER)))}
    assert "Worries about safety" not in lines
    lines = {row[0]: row[1] for row in numbers_of(queries.report_of(None, quarter(QUARTER)))}
    assert lines["Worries, by month"] == MONTHS.format(20, 20, 20)


def test_of_few_people_and_of_whoever_a_team_knows_nothing_is_told(valley, of_all):
    aire = people.create_team(name="Aire Valley", by=OFFICE)
    for each in some_people(valley, 30):
        worry(each, 7)
    for each in some_people(aire, 9):
        for month in (7, 7, 8, 9):
            worry(each, month)
        astray([each], 7)
    told = of_all()
    assert (told["worries"], told["worries_by_month"], told["worries_became"]) == (NOT_TOLD,) * 3
    assert (told["astray"], told["astray_by_month"], told["astray_became"]) == (FEW,) * 3
