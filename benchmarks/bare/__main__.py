"""`python -m benchmarks.bare`: lays its database out, with 20,000 services and 40,000 notes, and says the cookie of
somebody signed in."""

import os
from datetime import date, timedelta
from random import Random

SERVICES, NOTES, AUTHORS = 20_000, 40_000, 100
WORDS = "Everybody is welcome, and nobody has to stay. There is tea, somebody to talk to, and a way in without steps. "
os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.bare.settings"


def main() -> None:
    import django

    django.setup()
    from django.contrib.auth.models import User
    from django.core.management import call_command
    from django.test import Client

    from benchmarks.apart import tell

    call_command("migrate", run_syncdb=True, verbosity=0)
    users = User.objects.bulk_create(User(username=f"user{n}") for n in range(AUTHORS))
    lay_out_notes(users, lay_out_services())
    visitor = Client()
    visitor.force_login(users[0])
    tell({name: cookie.value for name, cookie in visitor.cookies.items()})


def lay_out_services() -> list:
    from benchmarks.bare.models import Service

    chance = Random(1)  # noqa: S311 - the same places each time
    services = (
        Service(
            name=f"Service {chance.randrange(10**6)}",
            words=WORDS,
            latitude=chance.uniform(50, 58),
            longitude=chance.uniform(-5, 1),
        )
        for _ in range(SERVICES)
    )
    return Service.objects.bulk_create(services, batch_size=2_000)


def lay_out_notes(users: list, services: list) -> None:
    from benchmarks.bare.models import Note

    notes = (
        Note(
            author=users[n % AUTHORS].pk,
            subject=n // AUTHORS % 8,
            service=services[n * 7 % SERVICES],
            words=f"It went well, {n}.",
            day=date(2016, 1, 1) + timedelta(n % 3650),
        )
        for n in range(NOTES)
    )
    Note.objects.bulk_create(notes, batch_size=2_000)


if __name__ == "__main__":
    main()
