"""The trail holds, shows any change made afterwards, and is written with its action or not at all."""

from dataclasses import dataclass
from datetime import datetime

import pytest
from django.db import connection, transaction

from kith.access import queries, trail
from kith.access.actions import action
from kith.access.actor import Actor, Role, Tie
from kith.access.models import ChainHead, TrailEntry

VISH = Actor(who="vish-public-id", user_id=1, ties=(Tie(Role.WORKER, individual_id=1),))


@dataclass(frozen=True)
class Record:
    """Stands for an individual."""

    pk: int
    public_id: str
    team_id: int = 1
    closed_at: datetime | None = None


GREG, MAYA = Record(1, "greg-public-id"), Record(2, "maya-public-id")


@action
def write(what="something happened", *, individual=GREG, detail="with these words", by=VISH):
    trail.record(what, by=by, individual=individual, about="a thing", detail=detail)


@pytest.fixture
def five_lines(db):
    for number in range(5):
        write(f"line {number + 1}")
    assert trail.verify() == []


def lines(individual=GREG):
    return TrailEntry.objects.filter(chain=individual.public_id).order_by("sequence")


def test_lines_are_numbered_without_a_gap_in_their_own_chain(five_lines):
    write(individual=MAYA)
    write(individual=None)
    assert [line.sequence for line in lines()] == [1, 2, 3, 4, 5]
    assert set(ChainHead.objects.values_list("chain", flat=True)) == {"greg-public-id", "maya-public-id", "install"}
    assert trail.verify() == []


def test_a_line_says_who_as_what_and_never_a_name(five_lines):
    line = lines().first()
    assert (line.who, line.acting_as, line.what, line.about) == ("vish-public-id", "worker", "line 1", "a thing")


CHANGES = {
    "who": "somebody-else",
    "acting_as": "manager",
    "what": "something else happened",
    "about": "another thing",
    "detail": "other words",
    "digest": "0" * 64,
    "link": "0" * 64,
    "is_reading": True,
    "chain": "maya-public-id",
}


@pytest.mark.shows("Q-29")
@pytest.mark.parametrize("field", CHANGES)
@pytest.mark.parametrize("number", [1, 3, 5])
@pytest.mark.attack("A-25")
def test_any_edit_is_found(five_lines, field, number):
    lines().filter(sequence=number).update(**{field: CHANGES[field]})
    assert trail.verify() != []


def test_a_changed_time_is_found(five_lines):
    line = lines()[2]
    TrailEntry.objects.filter(pk=line.pk).update(at=line.at.replace(year=2020))
    assert trail.verify() == ["The trail “greg-public-id” does not hold at line 3."]


@pytest.mark.shows("Q-29")
@pytest.mark.parametrize("number", [1, 3, 5])
@pytest.mark.attack("A-25")
def test_a_missing_line_is_found(five_lines, number):
    lines().filter(sequence=number).delete()
    assert trail.verify() != []


@pytest.mark.shows("Q-29")
def test_missing_last_lines_are_found_by_the_head(five_lines):
    lines().filter(sequence__gt=3).delete()
    assert trail.verify() == ["The trail “greg-public-id” has lost its last lines."]


@pytest.mark.attack("A-25")
def test_a_gap_closed_by_renumbering_is_found(five_lines):
    lines().filter(sequence=3).delete()
    for line in lines().filter(sequence__gt=3):
        TrailEntry.objects.filter(pk=line.pk).update(sequence=line.sequence - 1)
    assert trail.verify() != []


@pytest.mark.shows("Q-29")
@pytest.mark.attack("A-25")
def test_another_order_is_found(five_lines):
    for old, new in ((2, 99), (3, 2), (99, 3)):
        lines().filter(sequence=old).update(sequence=new)
    assert trail.verify() != []


@pytest.mark.shows("Q-29")
def test_a_line_slipped_in_is_found(five_lines):
    line = lines().last()
    line.pk, line.sequence = None, 6
    line.save()
    assert trail.verify() != []


def test_a_line_written_while_the_trail_is_read_is_no_loss(five_lines, monkeypatch):
    write(individual=MAYA)
    look, written = trail.first_broken, []

    def writes_meanwhile(entries):
        if not written:
            written.append(write(individual=MAYA))
        return look(entries)

    monkeypatch.setattr(trail, "first_broken", writes_meanwhile)
    assert trail.verify() == []
    assert written and trail.how_many_lines() == 7


def test_a_chain_without_its_head_is_found(five_lines):
    ChainHead.objects.filter(chain=GREG.public_id).delete()
    assert trail.verify() != []


def test_detail_can_be_blanked_and_the_chain_stays_whole(five_lines):
    lines().filter(sequence=3).update(detail="")
    assert trail.verify() == []


def test_an_action_that_fails_leaves_no_line(db):
    @action
    def fails():
        trail.record("never", by=VISH, individual=GREG)
        raise ValueError

    with pytest.raises(ValueError):
        fails()
    assert not TrailEntry.objects.exists()


def test_an_inner_action_that_fails_takes_its_lines_with_it(db):
    @action
    def inner():
        write("inner")
        raise ValueError

    @action
    def outer():
        write("before")
        with pytest.raises(ValueError):
            inner()
        write("after")

    outer()
    assert [line.what for line in lines()] == ["before", "after"]
    assert trail.verify() == []


def test_one_action_may_write_in_two_chains(db):
    @action
    def both():
        for number in range(3):
            write(f"greg {number}")
            write(f"maya {number}", individual=MAYA)

    both()
    assert [line.what for line in lines()] == ["greg 0", "greg 1", "greg 2"]
    assert [line.sequence for line in lines(MAYA)] == [1, 2, 3]
    assert trail.verify() == []


def test_outside_an_action_nothing_is_recorded(db):
    with pytest.raises(RuntimeError, match="inside an action"):
        trail.record("loose", by=VISH)
    with trail.recorded():
        trail.record("held", by=VISH)
    assert TrailEntry.objects.count() == 1


def test_lines_wait_for_the_outermost_action(db):
    with transaction.atomic(), trail.recorded():
        write("waits")
        assert not TrailEntry.objects.exists()
    assert TrailEntry.objects.count() == 1


def test_who_has_looked_is_newest_first_and_of_one_record(five_lines):
    write(individual=MAYA)
    assert [line.what for line in queries.who_has_looked(GREG)][:2] == ["line 5", "line 4"]
    assert queries.who_has_looked(GREG).count() == 5


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="needs a database with many writers")
def test_many_writers_of_two_chains_neither_wait_for_ever_nor_leave_a_gap():
    from concurrent.futures import ThreadPoolExecutor

    @action
    def both(turn):
        for individual in (GREG, MAYA) if turn % 2 else (MAYA, GREG):
            write(individual=individual)

    def in_a_thread(turn):
        try:
            both(turn)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as writers:
        list(writers.map(in_a_thread, range(80)))
    assert lines().count() == lines(MAYA).count() == 80
    assert trail.verify() == []
