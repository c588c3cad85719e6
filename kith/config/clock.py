"""What happens by itself while Kith is served: letters leave, and regular jobs are done.

`python -m kith.config.clock` is started, and started again, by `kith serve`. One job that stumbles is
logged and tried again at its next turn; the others go on.
"""

import logging
import os
import signal
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from django.db import close_old_connections
from django.utils import timezone

from kith.config.parent import end_with_parent

log = logging.getLogger("kith.clock")
SECOND, MINUTE = 1.0, 60.0
DAYTIME = range(10, 19)  # hours in which somebody may hear from Kith unasked


@dataclass
class Job:
    """A function without arguments, done every so many seconds."""

    name: str
    do: Callable[[], object]
    every: float
    next_at: float = 0.0

    def do_if_due(self, now: float) -> None:
        """Does it if its time has come. `now` is in seconds of a clock that only goes forward."""
        if now < self.next_at:
            return
        self.next_at = now + self.every
        close_old_connections()
        try:
            self.do()
        except Exception:
            log.exception("%s did not work; it is tried again in %g seconds.", self.name, self.every)


def jobs() -> list[Job]:
    """Everything that happens by itself. A new one is a line here."""
    from kith.outbox.deliverer import deliver_due

    return [
        Job("Delivering letters", deliver_due, every=SECOND),
        Job("Forgetting ended sessions", forget_ended_sessions, every=60 * MINUTE),
        Job("Forgetting what was kept for a while", forget_what_was_kept_for_a_while, every=10 * MINUTE),
        Job("Asking about first visits", ask_about_visits, every=10 * MINUTE),
    ]


def forget_ended_sessions() -> None:
    """A session that has ended holds an address, and an unused code; it is not kept."""
    from django.core.management import call_command

    call_command("clearsessions")


def forget_what_was_kept_for_a_while() -> None:
    """Words that were typed and not sent, and counts of tries: their time over, the cache would let them lie."""
    from django.conf import settings
    from django.db import connection

    table = connection.ops.quote_name(str(settings.CACHES["default"]["LOCATION"]))
    now = connection.ops.adapt_datetimefield_value(timezone.now().replace(microsecond=0))
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table} WHERE expires < %s", [now])  # noqa: S608 - the name is a setting of ours


def ask_about_visits() -> None:
    """“Did you go?”, the day after, and never early or late in the day."""
    from kith.access import clock
    from kith.access.actor import Actor
    from kith.introductions import actions as introductions

    if timezone.localtime(clock.now()).hour in DAYTIME:
        introductions.ask_about_visits(by=Actor.system())


def run_forever(stop: threading.Event, todo: list[Job]) -> None:
    """Does each job at its time until told to stop; what is under way is finished first."""
    while not stop.wait(SECOND):
        for job in todo:
            if stop.is_set():
                return
            job.do_if_due(time.monotonic())


def main() -> None:
    """Starts Django and runs until SIGTERM, SIGINT, or until the process that started this one has gone."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")
    import django

    django.setup()
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    end_with_parent()
    run_forever(stop, jobs())


if __name__ == "__main__":
    main()
