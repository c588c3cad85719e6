"""A small cast, made by actions as it would be in life."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest

from kith.access.actor import Actor
from kith.people import actions
from kith.people.actors import actor_for
from kith.people.models import Individual, Relation, Team, User
from tests.gathered import once_a_file
from tests.letting_in import related


@dataclass
class Cast:
    """Vish supports Greg. Priya is in their team and supports Maya; Deb is in another. Morgan manages."""

    vish: User
    greg: User
    priya: User
    deb: User
    maya: User
    morgan: User
    tom: User
    ines: User
    alex: User
    team: Team
    other_team: Team
    record: Individual
    mayas: Individual
    partnership: Relation
    support: Relation
    now: datetime

    def acts(self, name: str, at: datetime | None = None) -> Actor:
        """What this person may do at this instant."""
        return actor_for(getattr(self, name), at or self.now)


NAMES = ("vish", "greg", "priya", "deb", "maya", "morgan", "tom", "ines", "alex")


def accounts() -> dict[str, User]:
    by = Actor.command_line()
    return {
        name: actions.add_account(
            email=f"{name}@kith.example",
            name=f"{name.title()} Example",
            by=by,
            is_rights_lead=name == "ines",
            is_administrator=name == "alex",
        )
        for name in NAMES
    }


@pytest.fixture
def now():
    return datetime.now(UTC)


@pytest.fixture(scope="module")
def gathered(django_db_setup, django_db_blocker) -> Iterator[Cast]:
    with once_a_file(django_db_blocker, gather) as cast:
        yield cast


@pytest.fixture
def cast(gathered, db, now) -> Cast:
    return replace(deepcopy(gathered), now=datetime.now(UTC))


def gather() -> Cast:
    people, by = accounts(), Actor.command_line()
    team, other = actions.create_team(name="Riverside", by=by), actions.create_team(name="Hilltop", by=by)
    actions.appoint_manager(user=people["morgan"], team=team, by=by)
    for name, where in (("vish", team), ("priya", team), ("deb", other)):
        actions.join_team(user=people[name], team=where, by=by)
    partnership = actions.open_partnership(worker=people["vish"], team=team, called="Greg", user=people["greg"], by=by)
    mayas = actions.open_partnership(
        worker=people["priya"], team=team, called="Maya", user=people["maya"], by=by
    ).individual
    greg = partnership.individual
    gregs = actor_for(people["greg"], datetime.now(UTC))
    support = related(greg, people["tom"], by=gregs)
    return Cast(
        **people,
        team=team,
        other_team=other,
        record=greg,
        mayas=mayas,
        partnership=partnership,
        support=support,
        now=datetime.now(UTC),
    )
