"""The matrix file is whole, and permissions are answered from it alone."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

import kith
from kith.access.actor import Actor, Role, Tie
from kith.access.permissions import MATRIX, NEEDS, Permission, cell, grants, may_be_shared
from kith.access.permit import NotPermitted, all_that_may, may, permit

CODES = set("RWgnbcpqaotxs")
DECIDED_ABOUT_SOMEBODY = {
    "about_me",
    "barriers",
    "budget",
    "budget_answers",
    "ideas",
    "name_and_contact",
    "own_account",
    "shared_note",
    "shares",
}
MACHINES = {Role.SYSTEM, Role.COMMAND_LINE}


@dataclass(frozen=True)
class Record:
    """Stands for an individual: all that a permission asks of one."""

    pk: int
    team_id: int = 1
    closed_at: datetime | None = None


GREG, MAYA = Record(1), Record(2)


def actor(*ties: Tie) -> Actor:
    return Actor(who="somebody", user_id=1, ties=ties)


def test_every_row_has_a_title_and_known_roles_and_codes():
    for name, row in MATRIX["rows"].items():
        assert row["title"], name
        assert set(row) - {"title"} <= set(MATRIX["roles"]), name
        assert set("".join(codes for role, codes in row.items() if role != "title")) <= CODES, name


def test_every_role_is_known_and_has_words():
    assert set(MATRIX["roles"]) == {role.value for role in Role} - {role.value for role in MACHINES}
    assert all(MATRIX["roles"].values())


@pytest.mark.parametrize("permission", list(Permission))
def test_every_permission_asks_one_code_of_one_row_that_somebody_has(permission):
    need = NEEDS[permission]
    assert need.row in MATRIX["rows"]
    assert need.code in CODES and need.machines <= MACHINES
    assert need.machines or any(need.code in cell(need.row, role) for role in Role)


@pytest.mark.parametrize("permission", list(Permission))
def test_a_relation_grants_what_its_cell_says_and_nothing_else(permission):
    need = NEEDS[permission]
    told = {role for role in Role if need.code in MATRIX["rows"][need.row].get(role.value, "")}
    assert {role for role in Role if grants(Tie(role, individual_id=1), permission)} == told | need.machines


def test_every_permission_is_asked_for_somewhere():
    package = Path(kith.__file__).parent
    source = " ".join(path.read_text() for kind in ("*.py", "*.html") for path in package.rglob(kind))
    unasked = [
        each.name
        for each in Permission
        if not re.search(rf"Permission\.{each.name}\b", source) and f'"{each.value}" in ' not in source
    ]
    assert unasked == []


@pytest.mark.shows("S43")
def test_what_gets_in_the_way_is_never_shown_by_sharing_goals():
    for role in (Role.SUPPORTER, Role.HOST, Role.HELPER, Role.TEAM, Role.FUNDER):
        assert not may(actor(Tie(role, individual_id=1)), Permission.READ_BARRIERS, GREG)
    assert not may_be_shared("barriers") and may_be_shared("goals")


@pytest.mark.shows("Q-03")
def test_what_is_not_in_the_file_is_granted_to_nobody():
    assert cell("goals", Role.NOBODY) == cell("diary", Role.WORKER) == ""
    assert not any(may(Actor.nobody(), permission) for permission in Permission)


def test_being_let_in_opens_no_page_of_a_record():
    assert all_that_may(actor(Tie(Role.SUPPORTER, individual_id=1)), GREG) == {
        Permission.READ_LISTINGS,
        Permission.SAY_WORRIED,
    }


def test_ties_reach_their_own_individual_and_team_only():
    vish = actor(Tie(Role.WORKER, individual_id=1), Tie(Role.TEAM, team_id=1))
    assert may(vish, Permission.WRITE_GOALS, GREG) and not may(vish, Permission.WRITE_GOALS, MAYA)
    morgan = actor(Tie(Role.MANAGER, team_id=1))
    assert may(morgan, Permission.READ_GOALS, MAYA)
    assert not may(morgan, Permission.READ_GOALS, Record(3, team_id=2))
    assert may(morgan, Permission.MANAGE_TEAM, team=Record(1)) is True
    assert may(morgan, Permission.MANAGE_TEAM, team=Record(2)) is False


def test_towards_their_own_record_somebody_is_the_individual_and_nothing_else():
    own = Tie(Role.INDIVIDUAL, individual_id=1)
    alone = all_that_may(actor(own), GREG)
    offices = [Tie(Role.MANAGER, team_id=1), Tie(Role.TEAM, team_id=1), Tie(Role.RIGHTS_LEAD), Tie(Role.ADMINISTRATOR)]
    assert all_that_may(actor(own, *offices), GREG) == alone
    assert may(actor(own, *offices), Permission.READ_SUPERVISION, MAYA)
    assert not may(actor(own, *offices), Permission.READ_SUPERVISION, GREG)


def test_a_closed_record_ends_every_relation_but_not_an_office():
    closed = Record(1, closed_at=datetime(2026, 11, 1, tzinfo=UTC))
    for tie in (Tie(Role.INDIVIDUAL, individual_id=1), Tie(Role.WORKER, individual_id=1), Tie(Role.MANAGER, team_id=1)):
        assert may(actor(tie), Permission.READ_GOALS, GREG)
        assert all_that_may(actor(tie), closed) == frozenset()
    assert may(actor(Tie(Role.RIGHTS_LEAD)), Permission.READ_TRAIL, closed)


def test_an_office_reaches_no_record():
    alex = actor(Tie(Role.ADMINISTRATOR))
    assert may(alex, Permission.MANAGE_ACCOUNTS)
    of_records = {each for each in Permission if "R" in cell(NEEDS[each].row, Role.INDIVIDUAL)}
    assert all_that_may(alex, GREG) & of_records == {Permission.READ_LISTINGS}


def test_a_manager_and_the_team_do_not_see_inside():
    for tie in (Tie(Role.MANAGER, team_id=1), Tie(Role.TEAM, team_id=1), Tie(Role.COVER, individual_id=1)):
        assert not may(actor(tie), Permission.READ_SHARED_NOTE, GREG) or tie.role is Role.COVER
        assert not may(actor(tie), Permission.WRITE_OWN_ACCOUNT, GREG)


def test_machines_do_only_what_names_them():
    assert may(Actor.command_line(), Permission.IMPORT_DIRECTORY)
    assert not may(Actor.command_line(), Permission.READ_GOALS, GREG)
    assert not may(Actor.system(), Permission.READ_SHARED_NOTE, GREG)


@pytest.mark.shows("Q-31")
def test_no_machine_decides_about_anybody():
    """By itself Kith asks, reminds, passes on, tidies and counts."""
    reached = {need.row for need in NEEDS.values() if need.machines}
    assert set(MATRIX["rows"]) >= DECIDED_ABOUT_SOMEBODY
    assert reached & DECIDED_ABOUT_SOMEBODY == set()


def test_permit_lets_go_on_or_raises():
    vish = actor(Tie(Role.WORKER, individual_id=1))
    permit(vish, Permission.WRITE_GOALS, GREG)
    with pytest.raises(NotPermitted, match="may not write goals"):
        permit(vish, Permission.WRITE_GOALS, MAYA)


def test_an_actor_is_frozen():
    with pytest.raises(AttributeError):
        actor().who = "somebody else"
