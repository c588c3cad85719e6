"""Tomos, his worker Anwen, their manager Mair, Ines and Ola who look after safety, and Alex who keeps accounts."""

from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from kith.access import clock
from kith.access.actor import Actor
from kith.people import actions as people
from kith.people.actors import actor_for
from kith.people.models import User
from kith.safety import actions
from kith.safety.models import Breach, Concern
from tests.gathered import once_a_file
from tests.goals.cast import Cast, gather

TUESDAY = datetime(2026, 3, 31, 9, 0, tzinfo=UTC)
SAW = "He said that his brother takes his post."
WORRIED = {"saw": SAW, "safe_now": "yes", "knows": "yes", "is_about_staff": False}
WENT = {"kind": "sent", "happened": "A letter went next door.", "noticed_at": TUESDAY}


@dataclass(frozen=True)
class Safety:
    """The cast, and who looks after safety and accounts."""

    cast: Cast
    ines: User
    ola: User
    alex: User

    @property
    def individual(self):
        return self.cast.individual

    def by(self, user: User) -> Actor:
        return actor_for(user, clock.now())

    def raised(self, **more) -> Concern:
        """Anwen is worried about Tomos."""
        return actions.raise_concern(individual=self.individual, by=self.cast.as_worker, **(WORRIED | more))

    def astray(self, **more) -> Breach:
        """Anwen says that a letter went astray."""
        return actions.say_went_wrong(**{"by": self.cast.as_worker} | WENT | more)


def gather_with_leads() -> Safety:
    office = Actor.command_line()
    cast = gather()
    people.join_team(user=cast.stranger, team=cast.team, by=office)
    lead = {"is_rights_lead": True, "by": office}
    ines = people.add_account(email="ines@calderford.example", name="Ines Marlow", **lead)
    ola = people.add_account(email="ola@calderford.example", name="Ola Finch", **lead)
    alex = people.add_account(email="alex@calderford.example", name="Alex Poole", is_administrator=True, by=office)
    return Safety(cast, ines, ola, alex)


@pytest.fixture(autouse=True)
def tuesday_morning(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False
    with clock.at(TUESDAY):
        yield


@pytest.fixture(scope="module")
def gathered(django_db_setup, django_db_blocker):
    with once_a_file(django_db_blocker, clock.at(TUESDAY)(gather_with_leads)) as made:
        yield made


@pytest.fixture
def safety(gathered, db) -> Safety:
    return deepcopy(gathered)


@pytest.fixture
def as_(client):
    """A client signed in as somebody."""

    def signed_in(user: User):
        client.force_login(user)
        return client

    return signed_in
