"""Teams, people and everything that is counted, made as plain rows on one day in October."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from kith.access import clock
from kith.access.actor import Actor
from kith.conversations.models import Account, Meeting, Note
from kith.directory.models import Activity
from kith.goals.models import Barrier, Goal
from kith.introductions.models import Introduction, Report
from kith.network_map.models import Connection
from kith.people import actions as people
from kith.people.models import Individual, Relation, Share, Team, User

OFFICE, SYSTEM = Actor.command_line(), Actor.system()
A_YEAR = timedelta(days=365)
NOW = datetime(2026, 10, 20, 9, 0, tzinfo=UTC)
SUMMER = date(2026, 8, 12)  # in the quarter that was the last to settle


@pytest.fixture(autouse=True)
def october(settings) -> Iterator[None]:
    settings.SECOND_FACTOR_FOR_STAFF = False
    with clock.at(NOW):
        yield


@pytest.fixture
def valley(db) -> Team:
    return people.create_team(name="Calder Valley", by=OFFICE)


@pytest.fixture
def manager(valley) -> User:
    user = people.add_account(email="mair@calderford.example", name="Mair Bright", by=OFFICE)
    people.appoint_manager(user=user, team=valley, by=OFFICE)
    return user


def some_people(team: Team, many: int) -> list[Individual]:
    """So many people of a team, all of one worker."""
    worker, _ = User.objects.get_or_create(email=f"worker{team.pk}@calderford.example", name="Anwen Hollis")
    before = clock.now() - timedelta(days=20)
    return [_one(team, worker, number, before) for number in range(many)]


def _one(team: Team, worker: User, number: int, before: datetime) -> Individual:
    individual = Individual.objects.create(called=f"Person {number}", team=team, opened_at=before)
    Relation.objects.create(kind="partnership", user=worker, individual=individual, starts_at=before)
    return individual


def worker_of(individual: Individual) -> User:
    return individual.relations.get().user


def introduce(individual: Individual, *told: str, on: date = SUMMER, own: bool = True) -> Introduction:
    """An introduction that was begun and agreed to on a day, with what was told of it."""
    activity, _ = Activity.objects.get_or_create(name="Choir")
    opened = datetime(on.year, on.month, on.day, 12, tzinfo=UTC)
    choices = {"words_to_say": "x", "true_answer": "x", "opened_at": opened}
    yes = Share.objects.create(
        individual=individual, recipient="Choir", purpose="x", how="here", starts_at=opened, ends_at=opened + A_YEAR
    )
    introduction = Introduction.objects.create(individual=individual, activity=activity, share=yes, **choices)
    noted = {"on": on, "by_role": "individual", "typed_by_individual": own, "noted_at": opened}
    for kind in told:
        Report.objects.create(introduction=introduction, kind=kind, **noted)
    return introduction


def meet(individual: Individual, on: date = SUMMER, agreed_after: int | None = None) -> Meeting:
    """A meeting, written up on its day, and agreed so many days later."""
    at = datetime(on.year, on.month, on.day, 12, tzinfo=UTC)
    held = {"state": "held", "day": on, "expected_on": on, "written_at": at}
    partnership = individual.relations.get()
    meeting = Meeting.objects.create(individual=individual, partnership=partnership, **held)
    if agreed_after is not None:
        note = Note.objects.create(meeting=meeting, author=partnership.user, words="We talked.", written_at=at)
        given = at + timedelta(days=agreed_after)
        Account.objects.create(meeting=meeting, note=note, answer="right", given_at=given)
    return meeting


def knows(individual: Individual, *, is_paid: bool, on: date = SUMMER, **more) -> Connection:
    said = {"name": "Pat", "circle": 2, "typed_by_individual": True, "recorded_by": worker_of(individual)}
    return Connection.objects.create(individual=individual, is_paid=is_paid, added_on=on, **said | more)


def hindered(individual: Individual, kind: str, on: date = SUMMER) -> Barrier:
    worker, said = worker_of(individual), {"kind": "commitment", "words": "Walk", "asked_by": "both"}
    noted = {"recorded_by": worker, "typed_by_individual": False}
    goal = Goal.objects.create(individual=individual, set_on=on, state_changed_on=on, **said, **noted)
    return Barrier.objects.create(goal=goal, words="The hill", kind=kind, noted_on=on, **noted)
