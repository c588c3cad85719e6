"""A look in an emergency that two people agreed to tell later is in no copy before its day."""

from datetime import timedelta

import pytest

from kith.access import clock
from kith.access.actor import Actor
from kith.people import actions as people
from kith.people.actors import actor_for
from kith.people.models import Relation, UrgentLook
from kith.rights.gathering import gather, rows_of
from kith.rights.register import of_individuals

WORDS = "His sister rang, and has not seen him since Monday."
OF_IT = {"people.UrgentLook", "people.ToldLater"}
UNTIL = timedelta(days=14)


@pytest.fixture
def look(rights) -> UrgentLook:
    stranger = rights.cast.stranger
    people.join_team(user=stranger, team=rights.cast.team, by=Actor.command_line())
    by = actor_for(stranger, clock.now())
    return people.look_urgently(individual=rights.individual, reason="danger", words=WORDS, by=by)


@pytest.fixture
def later(look, rights):
    asked = people.tell_later(
        look=look, until=clock.today() + UNTIL, because="Somebody reads along.", by=rights.as_ines
    )
    return people.agree_to_tell_later(later=asked, by=rights.as_ola)


def told(rights) -> dict[str, str]:
    """Each kind of record in a copy, in words."""
    return {part.entry.label: str([each.pairs for each in part.records]) for part in gather(rights.individual)}


def test_every_other_look_is_in_a_copy(rights, look):
    assert WORDS in told(rights)["people.UrgentLook"]
    assert "Noor Field" in told(rights)["access.TrailEntry"]


def test_it_waits_until_its_day_and_nothing_else_does(rights, later):
    copy = told(rights)
    assert {label for label in OF_IT if copy[label] != "[]"} == set()
    assert "Noor Field" not in str(copy)
    assert "Anwen Hollis" in copy["people.Relation"]
    with clock.at(clock.now() + UNTIL):
        assert WORDS in told(rights)["people.UrgentLook"]
        assert "Noor Field" in told(rights)["access.TrailEntry"]


def test_what_waits_is_removed_with_everything(rights, later):
    found = {each.label: rows_of(each, rights.individual).count() for each in of_individuals() if each.label in OF_IT}
    assert found == dict.fromkeys(OF_IT, 1)
    assert Relation.objects.filter(kind=Relation.Kind.URGENT_LOOK, individual=rights.individual).exists()
