"""A small cast and a few places, made through actions only: Olwen, and her worker Idris."""

from dataclasses import dataclass
from datetime import time

from django.test import Client

from kith.access import clock
from kith.access.actor import Actor
from kith.directory import actions as directory
from kith.directory.models import Activity
from kith.directory.reading.entry import PlaceDetails, Slot
from kith.people import actions as people
from kith.people.actors import actor_for
from kith.people.models import Individual, Team, User

OFFICE = Actor.command_line()
HERE = (53.72, -1.86)


@dataclass(frozen=True)
class Cast:
    """Who and what is there. `as_…` are made anew each time, as for every request."""

    team: Team
    users: dict[str, User]
    individual: Individual
    choir: Activity
    harriers: Activity
    repair: Activity

    def acting(self, who: str) -> Actor:
        return actor_for(self.users[who], clock.now())

    @property
    def worker(self) -> Actor:
        return self.acting("idris")

    @property
    def olwen(self) -> Actor:
        return self.acting("olwen")

    def browsing(self, who: str) -> Client:
        """A browser in which this person is signed in."""
        client = Client()
        client.force_login(self.users[who])
        return client

    def at(self, page: str) -> str:
        """An address of Olwen's notebook."""
        return f"/people/{self.individual.public_id}/{page}"


def gather() -> Cast:
    """Everybody with their relations, and three things to do."""
    names = {
        "idris": "Idris Vale",
        "olwen": "Olwen Hart",
        "mair": "Mair Bright",
        "noor": "Noor Field",
        "cai": "Cai Moss",
    }
    users = {
        key: people.add_account(email=f"{key}@calderford.example", name=name, by=OFFICE) for key, name in names.items()
    }
    team = people.create_team(name="Calder Valley", by=OFFICE)
    people.change_ways(team=team, name=team.name, kind=team.kind, reached_at="01632 960123", by=OFFICE)
    people.appoint_manager(user=users["mair"], team=team, by=OFFICE)
    people.join_team(user=users["idris"], team=team, by=OFFICE)
    individual = people.open_partnership(
        worker=users["idris"],
        team=team,
        called="Olwen",
        user=users["olwen"],
        phone="+447700900123",
        near=HERE,
        by=OFFICE,
    ).individual
    people.cover(user=users["cai"], individual=individual, by=actor_for(users["idris"], clock.now()))
    return Cast(team, users, individual, **places())


def places() -> dict[str, Activity]:
    """A choir, a running club with a host, and a repair café a little further on."""
    return {
        "choir": directory.add_activity(
            name="Valley Community Choir",
            summary="Singing together, no reading of music needed.",
            is_free=True,
            place=PlaceDetails(name="Mill Hall", latitude=53.721, longitude=-1.861),
            times=[Slot(weekday=1, starts=time(19, 0))],
            last_checked_on=clock.today(),
            by=OFFICE,
        ),
        "harriers": directory.add_activity(
            name="Calder Valley Harriers social run",
            summary="An easy run; somebody always stays with the last runner.",
            price_pence=200,
            host_name="Dawn",
            phone="01632 960412",
            place=PlaceDetails(name="The park gate", latitude=53.73, longitude=-1.87),
            times=[Slot(weekday=3, starts=time(18, 30))],
            by=OFFICE,
        ),
        "repair": directory.add_activity(
            name="Repair café",
            summary="Bring something broken and mend it with others over tea.",
            is_free=True,
            place=PlaceDetails(name="St Mary’s hall", latitude=53.9, longitude=-1.9),
            by=OFFICE,
        ),
    }
