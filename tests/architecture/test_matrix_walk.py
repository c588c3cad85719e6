"""Walks every address as every role in every state of a relation, and compares with the matrix.

What the matrix does not give must look exactly like an address that was made up.
"""

import re
import tomllib
from collections.abc import Iterator
from copy import deepcopy
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, reverse

import kith.access
from kith.about_me import actions as about_me
from kith.access import clock
from kith.access.actor import Actor, Role
from kith.access.encryption import seal
from kith.conversations import actions as conversations
from kith.conversations.actions.write_up import WriteUp
from kith.conversations.models import Reflection
from kith.conversations.when import on_day
from kith.directory import actions as directory
from kith.goals import actions as goals
from kith.ideas import actions as ideas
from kith.introductions import actions as introductions
from kith.messaging import actions as messaging
from kith.messaging.models import Attachment
from kith.messaging.queries import file_of as kept_at
from kith.people import actions as people
from kith.people.models import Relation, Share, User
from tests.architecture.test_doors import addresses
from tests.goals.cast import gather

from . import also_walked as also

MATRIX = tomllib.loads((Path(kith.access.__file__).parent / "matrix.toml").read_text())
MADE_UP = "zzzzzzzzzzzzzzzz"
STATES = ("before start", "live", "ended", "closed")  # without a relation everybody is a stranger
GLASS = ("glass broken", "glass mended")
NO_FILES = {("messaging:picture", "glass broken")}  # pages open in an emergency, and nothing to keep
KINDS = {
    "worker": Relation.Kind.PARTNERSHIP,
    "cover": Relation.Kind.COVER,
    "supporter": Relation.Kind.SUPPORT,
    "team": Relation.Kind.MEMBERSHIP,
    "manager": Relation.Kind.MANAGEMENT,
    "keeper": Relation.Kind.KEEPING,
}
SHARED_ROW = "goals"
FORM_TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"')


class Walk:
    """One individual with one of everything, and somebody whose relation to them changes."""

    def __init__(self):
        self.cast = cast = gather()
        self.individual, by = cast.individual, cast.as_worker
        goal = goals.set_goal(individual=self.individual, kind="commitment", words="Walk", by=by, weekday=1)
        step = goals.add_step(goal=goal, words="Find shoes", by=by)
        wrote = WriteUp(held_on=clock.today(), shared="We talked.")
        self.named = {
            "goal": goal,
            "step": step,
            "result": goals.add_result(goal=goal, value="Twice", by=by),
            "line": about_me.add_line(individual=self.individual, kind="interest", words="Walks", by=by),
            "meeting": conversations.write_up(individual=self.individual, wrote=wrote, by=by),
            "direction": about_me.add_line(individual=self.individual, kind="direction", words="Outside", by=by),
            "prompt": conversations.add_prompt(individual=self.individual, words="Ask", by=by),
            "activity": directory.add_activity(name="Walking group", by=by),
        }
        self.named["doing"] = about_me.add_doing(individual=self.individual, words="The centre", where="service", by=by)
        self.named["wish"] = goals.keep_wish(individual=self.individual, words="More air", by=by)
        self.named["option"] = goals.add_option(wish=self.named["wish"], words="The canal", by=by)
        self.named["worry"] = goals.add_worry(step=step, words="New faces", by=by)
        self.named["barrier"] = goals.note_barrier(goal=goal, words="The hill", by=by)
        self.named["introduction"] = introductions.prepare(
            individual=self.individual,
            activity=self.named["activity"],
            says="first name",
            gets_in_touch="worker rings",
            goes_along="nobody",
            by=by,
        )
        on_a_day = on_day(clock.today() + timedelta(days=1))
        upcoming = conversations.plan_next(individual=self.individual, when=on_a_day, by=by)
        paper = {"channel": "print", "to": "", "words": "Anwen here. We meet tomorrow."}
        self.named |= {
            "message": conversations.tell_before(meeting=upcoming, by=by, **paper),
            "asked": conversations.ask(individual=self.individual, words="Who comes?", by=cast.as_individual),
            "brought": conversations.bring_in_notes(individual=self.individual, words="From before", by=by),
        }
        sent = messaging.write(individual=self.individual, words="Hello", by=cast.as_individual)
        self.named["sent"] = sent
        self.named["attachment"] = Attachment.objects.create(message=sent, name="run.jpg", size=3)
        kept_at(self.named["attachment"]).write_bytes(seal(b"..."))
        letter = people.write_to(self.individual, kind="to individual: a day", cause="goal x")
        letter.channel, letter.state = "print", "to_print"
        letter.save(update_fields=["channel", "state"])
        self.named["letter"] = letter
        self.named["known"] = ideas.tell_of_a_place(individual=self.individual, words="Chess", by=by)
        self.named["relation"] = people.also_work_with(user=cast.stranger, individual=self.individual, by=by)
        held = goals.add_step(
            goal=goal,
            words="Ring on Sundays",
            owner="helper",
            helper=goals.add_helper(individual=self.individual, name="Nan", by=by),
            by=by,
        )
        self.named["page"] = goals.agree_to_page(page=goals.make_page(step=held, words="Ring", by=by), by=by)
        self.named["told"] = goals.tell(
            page=self.named["page"], words="Sunday was fine", by=Actor.with_link(Role.HELPER, self.individual.pk)
        )
        self.named["held"] = held
        self.named["look"] = also.look_in_an_emergency(cast)
        self.named |= also.of_the_budget(cast) | also.of_a_form(self.named["meeting"], cast)
        self.named |= also.of_people_and_places(cast) | also.of_measures(cast) | also.of_moving_on(cast)
        self.named |= also.of_rights(cast) | also.of_letting_in(cast)
        self.somebody = User.objects.create(email="somebody@calderford.example", name="Somebody")
        kept = {"words": "I rushed.", "written_at": clock.now()}
        Reflection.objects.create(meeting=self.named["meeting"], author=self.somebody, **kept)

    def address(self, pattern, individual_id: str, **other) -> str:
        names = pattern.pattern.regex.groupindex
        ids = {name: name_of(self.named[name]) for name in names if name != "individual"}
        return reverse(pattern.full_name, kwargs=ids | other | {"individual": individual_id})


def name_of(thing) -> str | int:
    """As it stands in an address: a thing by its public id, a number as it is."""
    return thing if isinstance(thing, int) else thing.public_id


def relate(walk: Walk, role: str, state: str) -> None:
    """Puts somebody into this relation, in this state of it."""
    now = clock.now()
    starts = now + timedelta(days=1) if state == "before start" else now - timedelta(days=2)
    ends = now - timedelta(seconds=1) if state == "ended" else None
    if state == "closed":
        walk.individual.closed_at = now
        walk.individual.save()
    if role == "individual":
        walk.individual.user = walk.somebody
        walk.individual.save()
    if role in KINDS:
        towards = {"team": walk.cast.team} if role in ("team", "manager", "keeper") else {"individual": walk.individual}
        relation = Relation.objects.create(
            kind=KINDS[role], user=walk.somebody, starts_at=starts, ends_at=ends, **towards
        )
        if role == "supporter":
            share(walk, relation)
        if state in GLASS:
            also.break_glass(walk.somebody, walk.individual, is_over=state == "glass mended")
    walk.somebody.is_rights_lead = role == "rights_lead"
    walk.somebody.is_administrator = role == "administrator"
    walk.somebody.save()


def share(walk: Walk, relation: Relation) -> None:
    Share.objects.create(
        individual=walk.individual,
        relation=relation,
        recipient="Somebody",
        sections=[SHARED_ROW],
        purpose="to cheer on",
        how="in kith",
        starts_at=clock.now(),
        ends_at=clock.now() + timedelta(days=1),
    )


def is_granted(role: str, state: str, permission: str, method: str) -> bool:
    """What the file says, read without the code under test."""
    lives = state in ("live", *GLASS) or role == "rights_lead"  # an office outlives a record's closing
    asked = MATRIX["permissions"][permission]
    codes = MATRIX["rows"][asked["row"]].get(role, "")
    is_behind_glass = state == "glass broken" and method == "get" and asked["needs"] == "R" and "b" in codes
    return lives and (asked["needs"] in codes or is_behind_glass)


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


STATES_OF = dict.fromkeys(KINDS, STATES) | dict.fromkeys(
    ("rights_lead", "administrator", "individual"), ("live", "closed")
)
STATES_OF |= dict.fromkeys(
    ("team", "manager"), ("before start", *GLASS, "ended", "closed")
)  # mended, it is plainly live
STATES_OF |= {"keeper": ("live",)}  # no record opens for it, so nothing can end
STATES_OF |= {"stranger": ("none", "closed")}  # a relation that was never there cannot have ended
EVERYBODY = [(role, state) for role, states in STATES_OF.items() for state in states]


@pytest.fixture(scope="module")
def made_once(django_db_setup, django_db_blocker) -> Iterator[Walk]:
    """Made once for all roles, as each takes back what it does."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield Walk()
        transaction.set_rollback(True)


@pytest.fixture
def walk(made_once, db) -> Walk:
    return deepcopy(made_once)


@pytest.mark.shows("Q-02", "Q-03")
@pytest.mark.parametrize(("role", "state"), EVERYBODY)
def test_every_address_answers_as_the_matrix_says(walk, settings, role, state):
    settings.SECOND_FACTOR_FOR_STAFF = False
    relate(walk, role, state)
    client = Client(raise_request_exception=True)
    client.force_login(walk.somebody)
    client.get("/")  # so that a page of its own is the same for both answers
    nothing = answer(client, "get", reverse("home:person", args=[MADE_UP]))
    what_is_open = reverse("people:urgent", args=[walk.individual.public_id]).encode()
    wrong, sent = [], {"activity": walk.named["activity"].public_id}
    for pattern in of_individuals():
        permission = pattern.callback.door.permission.value
        for method in ("get", "post"):
            status, body = answer(client, method, walk.address(pattern, walk.individual.public_id), sent)
            seen = (status, body) != nothing
            if state == "glass broken":  # they know whose record it is: where it stays shut they are led to what opens
                seen = status != 404 and body != what_is_open
            is_bare = status == 405 and method == "get"  # opened anew, a button's address leads to its page
            granted = is_granted(role, state, permission, method) and (pattern.full_name, state) not in NO_FILES
            if is_bare or (seen != granted and status != 405):
                wrong.append((method, pattern.full_name, permission, status))
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
