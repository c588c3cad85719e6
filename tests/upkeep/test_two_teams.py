"""Anwen works in two teams: what happens in one of them is told where it has to do with it, and leaves the other be."""

from dataclasses import dataclass

import pytest

from kith.access.actor import Actor
from kith.messaging.models import Message
from kith.outbox.models import Letter
from kith.people import actions as people
from kith.people.models import Individual, User
from kith.people.models import Team as TheTeam
from kith.upkeep import actions
from tests.upkeep.conftest import wait_for

OFFICE = Actor.command_line()
UNREAD = "to worker: nobody has read this"


@dataclass(frozen=True)
class Hill:
    """The second team: Gil is supported there, Ola is a colleague, Rhys manages."""

    team: TheTeam
    rhys: User
    ola: User
    gil: Individual


@pytest.fixture
def hill(team) -> Hill:
    there = people.create_team(name="Hill", by=OFFICE)
    rhys, ola = (
        people.add_account(email=f"{name.lower()}@hill.example", name=f"{name} Hill", by=OFFICE)
        for name in ("Rhys", "Ola")
    )
    people.appoint_manager(user=rhys, team=there, by=OFFICE)
    for user in (team.anwen, ola):
        people.join_team(user=user, team=there, by=OFFICE)
    gil = people.open_partnership(worker=team.anwen, team=there, called="Gil", by=OFFICE).individual
    return Hill(there, rhys, ola, gil)


def waits_in_both(team, hill) -> None:
    for each in (team.tomos, team.tomos, hill.gil):
        wait_for(team, each)
    Message.objects.filter(individual=hill.gil).update(team=hill.team)


def told(kind: str = UNREAD) -> list[str]:
    return sorted(Letter.objects.filter(kind=kind).values_list("to", flat=True))


def test_the_managers_of_both_hear_that_messages_wait_and_each_of_them_once(team, hill):
    waits_in_both(team, hill)
    actions.rest(user=team.anwen, by=OFFICE)
    assert told() == ["mair@calderford.example", "rhys@hill.example"]
