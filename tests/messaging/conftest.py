"""The cast, with letters on their way in and out; most of it happens on one Friday morning."""

from collections.abc import Iterator
from copy import deepcopy
from datetime import UTC, date, datetime
from email.message import EmailMessage
from email.utils import format_datetime

import pytest
from django.test import Client

from kith.access import clock
from kith.access.actor import Actor
from kith.goals import actions as goals
from kith.goals.models import Goal
from kith.messaging import actions
from kith.messaging.models import Arrival
from kith.outbox import reply_addresses
from kith.outbox.models import Letter
from kith.people import actions as people
from kith.people.models import User
from tests.gathered import once_a_file
from tests.goals.cast import Cast, gather
from tests.outbox.conftest import mail

__all__ = ["mail"]  # a mail server, for whoever asks for it

FRIDAY = datetime(2026, 9, 11, 9, 0, tzinfo=UTC)  # ten in the morning, British summer time
A_YEAR_BEFORE = datetime(2025, 9, 11, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def friday_morning(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False
    settings.MAIL_VOUCHER = "mx.goodcompany.example"
    settings.REPLY_ADDRESS = "answers@goodcompany.example"
    with clock.at(FRIDAY):
        yield


@pytest.fixture(scope="module")
def gathered(django_db_setup, django_db_blocker) -> Iterator[Cast]:
    """They have known each other for a year."""
    with once_a_file(django_db_blocker, clock.at(A_YEAR_BEFORE)(gather)) as cast:
        yield cast


@pytest.fixture
def cast(gathered, db) -> Cast:
    return deepcopy(gathered)


@pytest.fixture
def priya(cast) -> User:
    """A colleague of the worker's."""
    office = Actor.command_line()
    user = people.add_account(email="priya@calderford.example", name="Priya Nair", by=office)
    people.join_team(user=user, team=cast.team, by=office)
    return user


@pytest.fixture
def run(cast) -> Goal:
    """A target with times to write down."""
    with clock.at(A_YEAR_BEFORE):
        target = {"kind": "target", "words": "Run 5km in the park", "due_on": date(2026, 9, 10), "measured_in": "time"}
        return goals.set_goal(individual=cast.individual, by=cast.as_individual, **target)


@pytest.fixture
def signed_in():
    def sign_in(user) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return sign_in


def about_the_run(cast, run) -> Letter:
    """A letter of ours about the goal, which can be answered."""
    letter = people.write_to(
        cast.individual, kind="to individual: a day", cause=f"goal {run.public_id}", takes_replies=True
    )
    assert letter is not None
    return letter


def email(
    words: str, *, to: str = "answers@goodcompany.example", sender="tomos@calderford.example", **headers
) -> bytes:
    """An email as a telephone would send it."""
    message = EmailMessage()
    message["From"], message["To"] = sender, to
    message["Subject"] = headers.pop("Subject", "Re: You have a message")
    message["Date"] = format_datetime(clock.now())
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(words)
    return message.as_bytes()


def answer_to(letter: Letter, words: str, **more) -> bytes:
    """An answer to this letter, to the address it asked for."""
    return email(words, to=reply_addresses.address_for(letter), **more)


def comes_in(raw: bytes, way: str = "email") -> Arrival:
    """It arrives and is made sense of."""
    name = f"{way} {Arrival.objects.count()}"
    arrival = actions.arrive(way=way, known_as=name, raw=raw, by=Actor.system())
    return actions.take_in(arrival=arrival, by=Actor.system())
