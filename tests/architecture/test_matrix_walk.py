"""Walks every address of a record and compares with the matrix.

What somebody may do hangs from the relations that live towards one record, and each door asks by one permission. So
every state of every relation is compared with the file by what the actor then may; and every set of answers that
comes of it is walked once: all that it opens, and one address of each permission that it does not. A stranger, to
whom nothing opens, tries every address there is. What is not given must look exactly like an address that was made up.
"""

import re
from collections.abc import Iterator
from copy import deepcopy

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import get_resolver, reverse

from kith.access import clock
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import ties_that_permit
from kith.people import actions as people
from kith.people.actors import actor_for
from kith.people.models import User
from tests.architecture.test_doors import addresses

from .relation_states import EVERYBODY, MATRIX, opens, relate
from .walked import Walk

__all__ = ["MADE_UP", "MATRIX", "answer"]  # for the walk of every address of a team

MADE_UP = "zzzzzzzzzzzzzzzz"
METHODS = ("get", "post")
NO_FILES = {("messaging:picture", "glass broken")}  # pages open in an emergency, and nothing to keep
FORM_TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"')
# One for each set of answers; the last two beyond what the manager opens anyway.
WALKED = [("stranger", "none"), ("individual", "live"), ("worker", "live"), ("cover", "live")]
WALKED += [("team", "live"), ("team", "glass broken"), ("manager", "live"), ("rights_lead", "live")]
DRAWN = ("individual", "worker")  # for the others it is asked whether a page opens, not what stands on it
WALKED += [("legal", "live"), ("manager", "glass broken"), ("manager", "said why")]


def of_individuals():
    """Every address of one individual's record, with its full name."""
    found = []
    for resolver in get_resolver().url_patterns:
        if not hasattr(resolver, "url_patterns"):
            continue
        for pattern in addresses(resolver.url_patterns):
            door = getattr(pattern.callback, "door", None)
            if door and door.kind == "individual":
                pattern.full_name = f"{resolver.app_name}:{pattern.name}"
                found.append(pattern)
    return found


def asked_for() -> set[str]:
    """Every permission that some door asks."""
    return {pattern.callback.door.permission.value for pattern in of_individuals()}


def answers(role: str, state: str) -> frozenset[tuple[str, str]]:
    """All that opens, as the file says: each permission, and the way in which something is asked."""
    return frozenset((each, method) for each in asked_for() for method in METHODS if opens(role, state, each, method))


def to_walk(role: str, state: str) -> Iterator:
    """All that opens beyond what this role opens anyway; of each permission that does not, one address."""
    given, known = answers(role, state), frozenset() if state in ("live", "none") else answers(role, "live")
    tried = set()
    for pattern in of_individuals():
        for method in METHODS:
            asks = (pattern.callback.door.permission.value, method)
            is_tried = asks in known if asks in given else asks in tried and role != "stranger"
            if not is_tried:
                tried.add(asks)
                yield pattern, method, asks in given


def answer(client: Client, method: str, address: str, sent: dict | None = None):
    """The answer, with whatever it did taken back: a session that went on under a new name too."""
    cookies = deepcopy(client.cookies)
    with transaction.atomic():
        response = getattr(client, method)(address, sent)
        body = FORM_TOKEN.sub(b"", response.content.replace(address.encode(), b""))
        body += response.headers.get("Location", "").encode()
        transaction.set_rollback(True)
    client.cookies = cookies
    return response.status_code, body


@pytest.fixture(autouse=True)
def one_sitting(monkeypatch):
    """However long a walk takes, the time on each page at which it ends is the same."""
    monkeypatch.setattr("kith.people.staying.WRITTEN_AFTER", 3600)


@pytest.fixture(scope="module")
def made_once(django_db_setup, django_db_blocker) -> Iterator[Walk]:
    """Made once for all roles, as each takes back what it does."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield Walk()
        transaction.set_rollback(True)


@pytest.fixture
def walk(made_once, db) -> Walk:
    return deepcopy(made_once)


def test_every_set_of_answers_is_walked():
    """What is not walked opens exactly what something does that is."""
    walked = {answers(*each) for each in WALKED}
    assert [each for each in EVERYBODY if answers(*each) not in walked] == []
    assert len(walked) == len(WALKED)


@pytest.mark.shows("Q-02", "Q-45")
@pytest.mark.parametrize(("role", "state"), EVERYBODY)
def test_in_every_state_of_a_relation_somebody_may_what_the_matrix_says(walk, role, state):
    relate(walk, role, state)
    by = actor_for(User.objects.select_related("individual").get(pk=walk.somebody.pk), clock.now())
    given = set()
    for each in asked_for():
        ties = ties_that_permit(by, Permission(each), walk.individual)
        only_reads = all(tie.broke_glass or tie.said_why for tie in ties)
        given |= {(each, method) for method in METHODS if ties and (method == "get" or not only_reads)}
    assert given == answers(role, state)


@pytest.mark.shows("Q-02", "Q-03")
@pytest.mark.parametrize(("role", "state"), WALKED)
def test_every_address_answers_as_the_matrix_says(walk, settings, monkeypatch, role, state):
    settings.SECOND_FACTOR_FOR_STAFF = False
    relate(walk, role, state)
    client = Client(raise_request_exception=True)
    client.force_login(walk.somebody)
    if role not in DRAWN:
        monkeypatch.setattr("kith.design.pages.render", lambda *_, status=200: HttpResponse("a page", status=status))
    client.get("/")  # so that a page of its own is the same for both answers
    nothing = answer(client, "get", reverse("home:person", args=[MADE_UP]))
    asks_why = reverse("people:say_why", args=[walk.individual.public_id]).encode()
    what_is_open = reverse("people:urgent", args=[walk.individual.public_id]).encode()
    wrong, sent = [], {"activity": walk.named["activity"].public_id}
    for pattern, method, given in to_walk(role, state):
        status, body = answer(client, method, walk.address(pattern, walk.individual.public_id), sent)
        led_on = body.startswith(asks_why) or body == what_is_open
        is_nothing = (status, body) == nothing
        if (pattern.full_name, state) in NO_FILES:
            is_right = status == 404
        elif given:
            is_right = not is_nothing and not led_on
        else:  # a manager knows whose record it is, and so does whoever looks in an emergency
            is_right = is_nothing or (led_on and (role == "manager" or state == "glass broken"))
        is_bare = status == 405 and method == "get"  # opened anew, a button's address leads to its page
        if is_bare or not (is_right or status == 405):
            wrong.append((method, pattern.full_name, status))
    assert wrong == []


@pytest.mark.shows("Q-03")
def test_nobody_is_led_to_the_sign_in_page_by_every_address(walk):
    for pattern in of_individuals():
        response = Client().get(walk.address(pattern, walk.individual.public_id))
        assert response.status_code == 302, pattern.full_name
        assert response["Location"].startswith("/account/login/"), pattern.full_name


@pytest.mark.shows("Q-03")
def test_what_hangs_from_another_individual_is_not_there(walk):
    """Somebody's own record, with another's goal, step or meeting in the address."""
    other = gather_another(walk)
    client = Client()
    client.force_login(other)
    own = other.individual
    for pattern in of_individuals():
        if pattern.pattern.regex.groupindex.keys() - {"individual", "activity", "measure"}:  # the last two are nobody's
            for method in ("get", "post"):
                address = walk.address(pattern, own.public_id)
                status, _ = answer(client, method, address)
                leads_up = method == "get" and status == 302 and address.startswith(client.get(address)["Location"])
                assert leads_up or status in (404, 405), (method, pattern.full_name, status)


def gather_another(walk: Walk) -> User:
    user = User.objects.create(email="another@calderford.example", name="Another")
    people.open_partnership(
        worker=walk.cast.worker, team=walk.cast.team, called="Another", user=user, by=Actor.command_line()
    )
    user.refresh_from_db()
    return user
