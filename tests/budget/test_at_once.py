"""Several press at the very same moment, each with a connection of their own: one of them comes to pass, and the others
are told what did."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier

import pytest
from django.db import connection, connections

from kith.access import clock
from kith.access.refusal import Refused
from kith.budget import actions, rules
from kith.budget.models import Decision, Proposal, Withdrawal
from kith.people.actors import actor_for
from tests.goals.cast import Cast, gather
from tests.goals.conftest import FRIDAY

from .conftest import LESS, terms

PATIENCE = 20  # seconds that one waits for another to be done
MORE = {"total": 13_000, "their_part": 11_000}

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def database(tmp_path):
    """Gives each thread its own way in. On SQLite a copy in a file, as every installation has it: what is in memory
    alone is locked in another way."""
    if connection.vendor != "sqlite":
        return lambda: None
    path = str(tmp_path / "kith.sqlite3")

    def own_way_in():
        kept = connections.settings["default"]
        given = {**kept, "NAME": path, "OPTIONS": {**kept["OPTIONS"], "timeout": PATIENCE}}
        connections["default"] = type(connections["default"])(given, "default")

    own_way_in.path = path
    return own_way_in


def copied(database) -> None:
    """What was written so far, for all of them."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with sqlite3.connect(database.path) as file:
            connection.connection.backup(file)


def all_at_once(database, *presses) -> list:
    """What each got, or the sentence it was refused with; and last, every decision there is then."""
    copied(database)
    look = partial(list, Decision.objects.order_by("pk"))
    return [*in_threads(database, *presses), *in_threads(database, look)]


def in_threads(database, *presses) -> list:
    """Pressed together."""
    begin = Barrier(len(presses))

    def in_a_thread(press):
        try:
            database()
            with clock.at(FRIDAY):
                begin.wait(PATIENCE)
                return press()
        except Refused as refused:
            return str(refused)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(presses)) as pressing:
        return list(pressing.map(in_a_thread, presses))


@pytest.fixture
def cast() -> Cast:
    with clock.at(FRIDAY):
        cast = gather()
        actions.record(individual=cast.individual, terms=terms(), by=cast.as_worker)
    return cast


def sentences(told: list) -> list[str]:
    return [each for each in told if isinstance(each, str)]


def test_confirmed_taken_back_and_made_more_at_once_one_comes_to_pass(database, cast):
    with clock.at(FRIDAY):
        waiting = actions.propose(individual=cast.individual, terms=terms(**LESS), by=cast.as_worker)
    after = waiting.previous.public_id

    def confirm():
        return actions.confirm(proposal=again(), by=actor_for(cast.manager, clock.now()))

    def take_back():
        return actions.take_back(proposal=again(), by=cast.as_worker)

    def more():
        return actions.record(individual=cast.individual, terms=terms(**MORE), after=after, by=cast.as_worker)

    def again():
        return Proposal.objects.select_related("individual").get(pk=waiting.pk)

    *told, kept = all_at_once(database, confirm, confirm, take_back, more)
    is_confirmed = any(isinstance(each, Decision) and each.proposal_id for each in told)
    is_taken_back = any(isinstance(each, Withdrawal) for each in told)
    assert not (is_confirmed and is_taken_back)
    assert len([each for each in told if isinstance(each, Decision)]) == 1
    assert set(sentences(told)) <= {rules.MOVED_ON, "This was taken back already."}
    assert len(kept) == 2
    assert kept[1].is_lower == is_confirmed


def test_two_lower_amounts_at_once_and_one_waits(database, cast):
    def less(pence):
        lower = terms(**LESS | {"total": pence, "their_part": pence - 2_000})
        return lambda: actions.propose(individual=cast.individual, terms=lower, by=cast.as_worker)

    *told, kept = all_at_once(database, less(9_000), less(8_000), less(7_000))
    assert sentences(told) == [rules.WAITS_ALREADY] * 2
    assert len([each for each in told if isinstance(each, Proposal)]) == 1
    assert len(kept) == 1
