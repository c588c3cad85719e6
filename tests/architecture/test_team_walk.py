"""Walks every address of a team as every role in every state of a relation, and compares with the matrix."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

from kith.access import clock
from kith.messaging.models import Message, WordToTeam
from kith.people.models import Relation, User
from tests.architecture.test_doors import addresses
from tests.architecture.test_matrix_walk import MADE_UP, MATRIX, answer
from tests.goals.cast import Cast, gather

STATES = ("before start", "live", "ended")
TOWARDS_THE_TEAM = {
    "team": Relation.Kind.MEMBERSHIP,
    "manager": Relation.Kind.MANAGEMENT,
    "keeper": Relation.Kind.KEEPING,
}
TOWARDS_ITS_PEOPLE = {
    "worker": Relation.Kind.PARTNERSHIP,
    "cover": Relation.Kind.COVER,
    "supporter": Relation.Kind.SUPPORT,
}
OFFICES = ("rights_lead", "administrator")
WITH_A_BEGINNING_AND_AN_END = [*TOWARDS_THE_TEAM, *TOWARDS_ITS_PEOPLE]
EVERYBODY = [(role, state) for role in WITH_A_BEGINNING_AND_AN_END for state in STATES]
EVERYBODY += [(role, "live") for role in (*OFFICES, "individual")] + [("stranger", "none")]


def of_teams():
    """Every address of one team, with its full name."""
    found = []
    for resolver in (each for each in get_resolver().url_patterns if hasattr(each, "url_patterns")):
        for pattern in addresses(resolver.url_patterns):
            door = getattr(pattern.callback, "door", None)
            if door and door.kind == "team":
                pattern.full_name = f"{resolver.app_name}:{pattern.name}"
                found.append(pattern)
    return found


def relate(cast: Cast, somebody: User, role: str, state: str) -> None:
    """Puts somebody into this relation to the team, or to somebody the team works with."""
    now = clock.now()
    when = {"starts_at": now + timedelta(days=1) if state == "before start" else now - timedelta(days=2)}
    when["ends_at"] = now - timedelta(seconds=1) if state == "ended" else None
    if role in TOWARDS_THE_TEAM:
        Relation.objects.create(kind=TOWARDS_THE_TEAM[role], user=somebody, team=cast.team, **when)
    if role in TOWARDS_ITS_PEOPLE:
        Relation.objects.create(kind=TOWARDS_ITS_PEOPLE[role], user=somebody, individual=cast.individual, **when)
    if role == "individual":
        cast.individual.user = somebody
        cast.individual.save()
    somebody.is_rights_lead, somebody.is_administrator = role == "rights_lead", role == "administrator"
    somebody.save()


def is_granted(role: str, state: str, permission: str) -> bool:
    """What the file says, for whoever is tied to the team itself or holds an office."""
    asked = MATRIX["permissions"][permission]
    codes = MATRIX["rows"][asked["row"]].get(role, "")
    if role in OFFICES:
        return asked["needs"] in codes
    return role in TOWARDS_THE_TEAM and state == "live" and asked["needs"] in codes


def address(cast: Cast, pattern, team: str) -> str:
    named = {"member": cast.worker.public_id, "sent": unknown_of(cast.team).public_id}
    named["word"] = told_of_nobody(cast.team).public_id
    more = {name: named[name] for name in pattern.pattern.regex.groupindex if name != "team"}
    return reverse(pattern.full_name, kwargs={"team": team} | more)


def told_of_nobody(team) -> WordToTeam:
    """What somebody told the team, and nobody has said about whom."""
    told = {"team": team, "words": "He looks well.", "at": clock.now(), "read_by_day": clock.now()}
    return WordToTeam.objects.filter(team=team).first() or WordToTeam.objects.create(**told)


def unknown_of(team) -> Message:
    """What came in from somebody nobody knows."""
    known = {"team": team, "said_by": Message.SaidBy.UNKNOWN}
    return Message.objects.filter(**known).first() or Message.objects.create(way="email", at=clock.now(), **known)


@pytest.mark.shows("Q-03")
@pytest.mark.parametrize(("role", "state"), EVERYBODY)
@pytest.mark.attack("A-30")
def test_every_address_of_a_team_answers_as_the_matrix_says(db, settings, role, state):
    settings.SECOND_FACTOR_FOR_STAFF = False
    cast = gather()
    somebody = User.objects.create(email="somebody@calderford.example", name="Somebody")
    relate(cast, somebody, role, state)
    client = Client(raise_request_exception=True)
    client.force_login(somebody)
    client.get("/")  # so that a page of its own is the same for both answers
    wrong, patterns = [], of_teams()
    for pattern in patterns:
        permission = pattern.callback.door.permission.value
        for method in ("get", "post"):
            real, made_up = (
                answer(client, method, address(cast, pattern, team)) for team in (cast.team.public_id, MADE_UP)
            )
            if real[0] != 405 and (real != made_up) != is_granted(role, state, permission):
                wrong.append((method, pattern.full_name, permission, real[0]))
    assert patterns
    assert wrong == []


def test_nobody_is_led_to_the_sign_in_page(db):
    cast = gather()
    for pattern in of_teams():
        response = Client().get(address(cast, pattern, cast.team.public_id))
        assert response["Location"].startswith("/account/login/"), pattern.full_name


def test_somebody_of_another_team_is_not_there(db, settings):
    settings.SECOND_FACTOR_FOR_STAFF = False
    cast, client = gather(), Client()
    client.force_login(cast.manager)
    place = reverse("people:member", args=[cast.team.public_id, cast.stranger.public_id])
    assert client.get(place).status_code == client.post(place).status_code == 404
