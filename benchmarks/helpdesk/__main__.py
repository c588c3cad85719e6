"""Lays it out, with forty people as tickets, a few words in each; says the cookie of somebody signed in."""

import json
import os
import sys
from datetime import timedelta

PEOPLE, WORDS = 40, 5
os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.helpdesk.settings"


def main() -> None:
    import django

    django.setup()
    from django.contrib.auth.models import User
    from django.core.management import call_command
    from django.test import Client
    from django.utils import timezone
    from helpdesk.models import FollowUp, Queue, Ticket

    call_command("migrate", verbosity=0)
    worker = User.objects.create_user("vish", is_staff=True, is_superuser=True)
    queue = Queue.objects.create(title="Calder Valley", slug="calder")
    for number in range(PEOPLE):
        due = timezone.now() + timedelta(days=number)
        told = {"queue": queue, "assigned_to": worker, "due_date": due, "status": Ticket.OPEN_STATUS}
        ticket = Ticket.objects.create(title=f"Person {number}", description="We met at the hall.", **told)
        for note in range(WORDS):
            FollowUp.objects.create(
                ticket=ticket, title="Comment", comment=f"We talked, {note}.", user=worker, public=True
            )
    visitor = Client()
    visitor.force_login(worker)
    sys.stdout.write(json.dumps({name: cookie.value for name, cookie in visitor.cookies.items()}) + "\n")


if __name__ == "__main__":
    main()
