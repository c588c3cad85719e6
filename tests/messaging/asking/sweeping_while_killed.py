"""Run by itself: asks and reminds over and over in processes that are killed in the middle, then to the end.

Everything is due at one moment. Each process ends by SIGKILL before a statement chosen by chance, so wherever
it may happen. Prints what is there at the end, as JSON. Nothing waits: a process kills itself.
"""

import json
import os
import random
import signal
import sys
from collections import Counter

from benchmarks.reminders import seed, ten_o_clock

PEOPLE, KILLS, AT_MOST = 840, 10, 80


class DieBefore:
    """Counts statements, and ends the process before one of them."""

    def __init__(self, number: int) -> None:
        self.left = number

    def __call__(self, execute, *args):
        self.left -= 1
        if self.left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(*args)


def stand_up() -> None:
    """Tables as the models say, with no migrations to wait for."""
    import django
    from django.conf import settings
    from django.core.management import call_command

    django.setup()
    settings.MIGRATION_MODULES = {app.rpartition(".")[2]: None for app in settings.INSTALLED_APPS}
    call_command("migrate", run_syncdb=True, verbosity=0)


def sweep() -> Counter:
    from kith.access.actor import Actor
    from kith.messaging.actions import asking, reminding

    given = {"by": Actor.system(), "now": ten_o_clock()}
    return asking.ask_how_it_went(**given) + reminding.remind(**given)


def sweep_and_die(number: int) -> bool:
    """One process of its own. Gives whether it was killed."""
    from django.db import connection

    connection.close()
    child = os.fork()
    if child == 0:
        with connection.execute_wrapper(DieBefore(number)):
            sweep()
        os._exit(0)
    return os.waitpid(child, 0)[1] == signal.SIGKILL


def due() -> int:
    """How many questions and reminders are due before anybody looks."""
    from kith.messaging.queries import asking
    from kith.messaging.reminding import kinds

    return asking.due(ten_o_clock()).count() + sum(each.rows.count() for each in kinds.due(ten_o_clock()))


def main() -> None:
    chance = random.Random(int(sys.argv[1]))  # noqa: S311 - any statement will do
    stand_up()
    from kith.access import clock, trail
    from kith.messaging.models import Question, Reminder
    from kith.outbox.models import Letter

    seed(PEOPLE)
    with clock.at(ten_o_clock()):
        wanted = due()
    killed = sum(sweep_and_die(chance.randrange(1, AT_MOST)) for _ in range(KILLS))
    before = Letter.objects.count()
    sweep()
    rows = [*Question.objects.values_list("letter", flat=True), *Reminder.objects.values_list("letter", flat=True)]
    posted = list(Letter.objects.values_list("public_id", flat=True))
    told = {"wanted": wanted, "killed": killed, "posted while killed": before, "posted": len(posted)}
    told |= {"each once": sorted(rows) == sorted(posted), "trail": trail.verify(), "again": dict(sweep())}
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
