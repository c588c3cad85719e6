"""Anwen works in two teams: what happens in one of them is told where it has to do with it, and leaves the other be."""

from dataclasses import dataclass
from datetime import timedelta

import pytest

from kith.access import clock
from kith.access.actor import Actor
from kith.messaging.models import Message
from kith.outbox.models import Letter
from kith.people import actions as people
from kith.people import away as times
from kith.people.models import Individual, User
from kith.people.models import Team as TheTeam
from kith.people.there import who_is_there
from kith.upkeep import actions, queries
from kith.upkeep.actions.passing_on import to_the_team
from tests.upkeep.conftest import wait_for

OFFICE = Actor.command_line()
RESTS = "to worker: an account rests"


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


def told(kind: str = RESTS) -> list[str]:
    return sorted(Letter.objects.filter(kind=kind).values_list("to", flat=True))


def test_the_managers_of_both_hear_that_messages_wait_and_each_of_them_once(team, hill):
    waits_in_both(team, hill)
    actions.rest(user=team.anwen, by=OFFICE)
    assert told() == ["mair@calderford.example", "rhys@hill.example"]
    there, here = (Letter.objects.get(to=to).body for to in ("rhys@hill.example", "mair@calderford.example"))
    assert "1 person, 1 message." in there and "2 messages" in here


def test_of_messages_that_move_to_two_readers_each_hears(team, hill):
    waits_in_both(team, hill)
    assert to_the_team(queries.open_messages(team.anwen)) == 3
    assert told("to worker: nobody has read this") == ["mair@calderford.example", "rhys@hill.example"]


def is_away(team, user: User, cover: User, first: int = 0) -> None:
    day = clock.today() + timedelta(days=first)
    people.be_away(user=user, first_day=day, last_day=day + timedelta(days=7), cover=cover, by=team.acts(user))


def in_days(days: int):
    return clock.now() + timedelta(days=days)


def test_leaving_one_of_them_she_is_away_in_the_other_as_before(team, hill):
    is_away(team, team.anwen, cover=hill.ola)
    with clock.at(clock.now() + timedelta(minutes=1)):
        takes_over = team.all_to(team.noor)
        assert not actions.leave(user=team.anwen, team=team.cast.team, takes_over=takes_over, by=team.as_manager)
        assert times.away_now(team.anwen) is not None
        assert who_is_there(hill.gil, in_days(4)).user == hill.ola
        assert who_is_there(team.tomos, in_days(4)).user == team.noor


def test_nobody_covers_for_her_in_the_one_that_she_left(team, hill):
    is_away(team, team.anwen, cover=team.noor)
    takes_over = team.all_to(team.cast.manager)
    with clock.at(clock.now() + timedelta(minutes=1)):
        actions.leave(user=team.anwen, team=team.cast.team, takes_over=takes_over, by=team.as_manager)
        assert not team.noor.relations.filter(kind="cover", ends_at__gt=clock.now()).exists()


def test_leaving_the_last_one_the_time_away_ends(team):
    is_away(team, team.anwen, cover=team.noor)
    with clock.at(clock.now() + timedelta(minutes=1)):
        takes_over = team.all_to(team.cast.manager)
        assert actions.leave(user=team.anwen, team=team.cast.team, takes_over=takes_over, by=team.as_manager)
        assert times.away_now(team.anwen) is None


def test_an_administrator_lets_go_of_somebody_with_time_away_planned(team):
    alex = people.add_account(email="alex@kith.example", name="Alex", by=OFFICE, is_administrator=True)
    cai = people.add_account(email="cai.w@kith.example", name="Cai Lowe", by=OFFICE)
    people.join_team(user=cai, team=team.cast.team, by=OFFICE)
    is_away(team, cai, cover=team.noor, first=2)
    assert actions.leave(user=cai, team=team.cast.team, takes_over={}, by=team.acts(alex))
    assert not times.to_come(cai).exists()


def test_whoever_left_is_not_let_in_later_to_cover(team, hill):
    is_away(team, team.noor, cover=team.anwen, first=2)
    takes_over = team.all_to(team.cast.manager)
    actions.leave(user=team.anwen, team=team.cast.team, takes_over=takes_over, by=team.as_manager)
    with clock.at(in_days(4)):
        assert not team.acts(team.anwen).ties_to(team.dai)
