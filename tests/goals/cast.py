"""A small cast, made through actions only: Tomos and his worker Anwen."""

from dataclasses import dataclass
from datetime import datetime, time

from kith.access import clock
from kith.access.actor import Actor
from kith.goals import actions as goals
from kith.goals.models import Goal
from kith.people import actions as people
from kith.people.actors import actor_for
from kith.people.models import Individual, Team, User


@dataclass(frozen=True)
class Cast:
    """Who is there. `as_…` are made anew each time, as for every request."""

    team: Team
    worker: User
    user: User
    individual: Individual
    manager: User
    stranger: User

    @property
    def as_individual(self) -> Actor:
        return actor_for(self.user, clock.now())

    @property
    def as_worker(self) -> Actor:
        return actor_for(self.worker, clock.now())

    @property
    def as_stranger(self) -> Actor:
        return actor_for(self.stranger, clock.now())


def gather() -> Cast:
    """Everybody, with their relations."""
    office = Actor.command_line()
    names = {"anwen": "Anwen Hollis", "tomos": "Tomos Reed", "mair": "Mair Bright", "noor": "Noor Field"}
    users = {
        key: people.add_account(email=f"{key}@calderford.example", name=name, by=office) for key, name in names.items()
    }
    team = people.create_team(name="Calder Valley", by=office)
    people.appoint_manager(user=users["mair"], team=team, by=office)
    people.join_team(user=users["anwen"], team=team, by=office)
    partnership = people.open_partnership(
        worker=users["anwen"], team=team, called="Tomos", user=users["tomos"], by=office
    )
    return Cast(team, users["anwen"], users["tomos"], partnership.individual, users["mair"], users["noor"])


def goes_boxing(cast: Cast, since: datetime) -> Goal:
    """A commitment for every Thursday at half past six."""
    weekly = {"kind": "commitment", "words": "Go to kick-boxing.", "weekday": 3, "at_time": time(18, 30)}
    with clock.at(since):
        return goals.set_goal(individual=cast.individual, by=cast.as_individual, **weekly)
