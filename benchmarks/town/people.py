"""Individuals of the town, their workers and teams, a thousand at a time and all of a thousand in one transaction."""

from collections.abc import Iterator
from datetime import timedelta
from random import Random

from benchmarks.listings import Country

from .lives import Lives, made

AT_ONCE, EACH_WORKER_HAS, EACH_TEAM_HAS, DAYS = 1_000, 25, 250, 3_650
NAMES = (
    "Ada",
    "Ben",
    "Cath",
    "Dev",
    "Ewa",
    "Femi",
    "Gus",
    "Hana",
    "Ivo",
    "Jess",
    "Kofi",
    "Lena",
    "Moss",
    "Nell",
    "Zoe",
)


def grow(many: int) -> Iterator[str]:
    """From however many there are."""
    from django.db import transaction

    from kith.people.models import Individual

    country = Country()
    for first in range(Individual.objects.count(), many, AT_ONCE):
        numbers = range(first, min(first + AT_ONCE, many))
        with transaction.atomic():
            _settle(numbers, country)
        yield f"{numbers.stop:,} individuals"


def worker_email(number: int) -> str:
    return f"worker{number}@town.example"


def own_email(number: int) -> str:
    return f"person{number}@town.example"


def _settle(numbers: range, country: Country) -> None:
    """Whoever lives here between these numbers, with a life behind them."""
    from kith.access import clock
    from kith.people.models import Individual, User

    chance, now = Random(numbers.start), clock.now()  # noqa: S311 - invented people, no secret
    teams = _teams(numbers)
    workers = _workers(numbers, teams, now - timedelta(days=DAYS))
    users = made(User(name=f"{chance.choice(NAMES)} {n}", email=own_email(n)) for n in numbers)
    people = []
    for n, user in zip(numbers, users, strict=True):
        town = country.towns[(n // EACH_TEAM_HAS) % len(country.towns)]
        opened = now - timedelta(days=chance.randrange(DAYS // 2, DAYS))
        place = {"latitude": chance.gauss(town.latitude, 0.03), "longitude": chance.gauss(town.longitude, 0.05)}
        team = teams[n // EACH_TEAM_HAS]
        people.append(Individual(called=user.first_name, user=user, team=team, opened_at=opened, **place))
    whose = [workers[n // EACH_WORKER_HAS] for n in numbers]
    Lives(made(people), whose, chance, country).live()


def _teams(numbers: range) -> dict:
    from kith.people.models import Team

    wanted = range(numbers.start // EACH_TEAM_HAS, numbers[-1] // EACH_TEAM_HAS + 1)
    told = {"reached_at": "01632 960100, weekdays", "kind": "community"}
    return {n: Team.objects.get_or_create(name=f"Team {n}", defaults=told)[0] for n in wanted}


def _workers(numbers: range, teams: dict, since) -> dict:
    from kith.people.models import Relation, User

    found = {}
    for n in range(numbers.start // EACH_WORKER_HAS, numbers[-1] // EACH_WORKER_HAS + 1):
        found[n], is_new = User.objects.get_or_create(email=worker_email(n), defaults={"name": f"Worker {n}"})
        if is_new:
            team = teams[n * EACH_WORKER_HAS // EACH_TEAM_HAS]
            Relation.objects.create(kind="membership", user=found[n], team=team, starts_at=since)
    return found
