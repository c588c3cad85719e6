"""What happens by itself while Kith is served: letters leave, and regular jobs are done.

`python -m kith.config.clock` is started, and started again, by `kith serve`. Jobs take turns: one that has much to
do stops when its seconds are over and goes on at its next turn; one that stumbles is logged and tried again later;
the others go on. Several clocks may run at once: what only one may do is held by one of them (see `Beat`).
"""

import logging
import os
import signal
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.db import DatabaseError, OperationalError, close_old_connections
from django.utils import timezone

from kith.access import clock
from kith.config import log as lines
from kith.config.of_introductions import OF_INTRODUCTIONS
from kith.config.of_keeping import OF_KEEPING
from kith.config.of_measures import OF_MEASURES
from kith.config.of_moving_on import OF_MOVING_ON
from kith.config.of_practice import OF_PRACTICE
from kith.config.of_rights import OF_RIGHTS
from kith.config.of_safety import OF_SAFETY
from kith.config.of_supporters import OF_SUPPORTERS
from kith.config.of_the_table import OF_THE_TABLE
from kith.config.of_urgent_looks import OF_URGENT_LOOKS
from kith.config.parent import end_with_parent
from kith.config.wall import Wall

log = logging.getLogger("kith.clock")
SECOND, MINUTE = 1.0, 60.0
SWEEPS = (
    *(*OF_INTRODUCTIONS, *OF_MEASURES, *OF_THE_TABLE, *OF_PRACTICE, *OF_MOVING_ON),
    *(*OF_RIGHTS, *OF_KEEPING, *OF_URGENT_LOOKS, *OF_SUPPORTERS, *OF_SAFETY),
)
LONGEST_PAUSE = 10  # times a job's own interval, after many stumbles
SOON = (
    15.0  # seconds: a database that changes places is back by then, and what is done once an hour need not wait so long
)


def never_stops() -> bool:
    return True


@dataclass
class Job:
    """A function, done every so many seconds.

    With `seconds` it stops by itself when they are over: it is given a function that says whether it may go on,
    and asks it between two pieces of work. Without, it is called plainly, and does little. `is_shared`: several
    clocks may do it at once, as each piece of work is claimed; any other job is held by one clock at a time."""

    name: str
    do: Callable[..., object]
    every: float
    seconds: float | None = None
    is_shared: bool = False
    next_at: float = 0.0
    stumbles: int = 0

    def do_if_due(self, now: float, goes_on: Callable[[], bool] = never_stops, holder: str = "") -> None:
        """Does it if its time has come. `now` is in seconds of a clock that only goes forward."""
        if now < self.next_at:
            return
        self.next_at = now + self.every
        close_old_connections()
        try:
            self._take_turn(goes_on, holder)
        except Exception as problem:
            self._stumbled(problem, now)

    def _take_turn(self, goes_on: Callable[[], bool], holder: str) -> None:
        from kith.upkeep.actions import beats

        if self.is_shared or not holder:
            self._do(goes_on)
        elif beats.begin_turn(job=self.name, every=timedelta(seconds=self.every), holder=holder, now=clock.now()):
            self._do(goes_on)
            beats.end_turn(job=self.name, holder=holder, now=clock.now())
        if self.stumbles:
            self.stumbles = 0
            beats.works_again(job=self.name, now=clock.now())

    def _do(self, goes_on: Callable[[], bool]) -> None:
        if self.seconds is None:
            self.do()
            return
        last_moment = time.monotonic() + self.seconds
        self.do(lambda: goes_on() and time.monotonic() < last_moment)

    def _stumbled(self, problem: Exception, now: float) -> None:
        """Tried again after pauses that grow. Only the kind of problem is said, and less and less often."""
        self.stumbles += 1
        every = min(self.every, SOON) if isinstance(problem, OperationalError) else self.every
        pause = min(every * 2 ** (self.stumbles - 1), self.every * LONGEST_PAUSE)
        self.next_at = now + pause
        if self.stumbles & (self.stumbles - 1) == 0:
            words = "%s did not work (%s); it is tried again in %g seconds."
            log.error(words, self.name, type(problem).__name__, pause, extra={"problem": problem})
        self._keep_stumble(type(problem).__name__)

    def _keep_stumble(self, kind: str) -> None:
        """For an administrator to read; a database that is down cannot keep it."""
        from kith.upkeep.actions import beats

        try:
            beats.note_stumble(job=self.name, stumbles=self.stumbles, problem=kind)
        except DatabaseError:
            return


def jobs(holder: str) -> list[Job]:
    """Everything that happens by itself, in the order in which it takes turns. A new one is a line here.

    What brings something in or sends something out comes first and is shared; a sweep that looks for what is due
    comes after, gets `seconds` if it may have much to do, and is safe to be killed and begun again."""
    from kith.upkeep.errands import do_errands

    def doing_errands(goes_on: Callable[[], bool]) -> object:
        return do_errands(goes_on, holder)

    return [
        Job("Beating", lambda: beat(holder), every=MINUTE, is_shared=True),
        # What goes out, and what comes in.
        Job("Delivering letters", deliver, every=SECOND, seconds=20, is_shared=True),
        Job("Doing what was left to do", doing_errands, every=SECOND, seconds=20, is_shared=True),
        Job("Fetching mail", fetch_mail, every=30 * SECOND),
        # Sweeps.
        Job("Making sense of what came in", make_sense, every=MINUTE),
        Job("Passing on what nobody has read", pass_on, every=MINUTE, seconds=20),
        Job("Recovering errands", recover_errands, every=MINUTE),
        Job("Asking how it went", ask_how_it_went, every=MINUTE, seconds=20),
        Job("Reminding", remind, every=5 * MINUTE, seconds=20),
        *(Job(name, do, every=minutes * MINUTE, seconds=20) for name, do, minutes in SWEEPS),
        # What is kept no longer.
        Job("Forgetting what was kept for a while", forget_what_was_kept_for_a_while, every=10 * MINUTE),
        Job("Forgetting ended sessions", forget_ended_sessions, every=60 * MINUTE),
        Job("Forgetting errands that are done", forget_errands, every=60 * MINUTE),
    ]


def beat(holder: str) -> None:
    """The clock lives; pages say so when it does not."""
    from kith.upkeep.actions import beats

    beats.beat(holder=holder, now=clock.now())


def deliver(goes_on: Callable[[], bool]) -> None:
    """Letters that are due leave."""
    from kith.outbox.deliverer import deliver_due

    deliver_due(stop=lambda: not goes_on(), clock=clock.now)


def fetch_mail() -> None:
    """What people wrote back lies in a mailbox."""
    from kith.messaging.fetching import fetch_mail

    fetch_mail()


def make_sense() -> None:
    """What came in and whose errand was lost."""
    from kith.access.actor import Actor
    from kith.messaging.incoming import make_sense_of_the_rest

    make_sense_of_the_rest(by=Actor.system())


def pass_on(goes_on: Callable[[], bool]) -> None:
    """A message that nobody reads in time goes to whoever covers, then to the manager."""
    from kith.access.actor import Actor
    from kith.messaging import actions

    actions.pass_on_what_waits(by=Actor.system(), goes_on=goes_on)


def ask_how_it_went(goes_on: Callable[[], bool]) -> None:
    """“Did you go?”, where somebody chose to be asked."""
    from kith.access.actor import Actor
    from kith.messaging.actions import asking

    asking.ask_how_it_went(by=Actor.system(), goes_on=goes_on)


def remind(goes_on: Callable[[], bool]) -> None:
    """Of meetings, days that somebody aims for, and what was promised."""
    from kith.access.actor import Actor
    from kith.messaging.actions import reminding

    reminding.remind(by=Actor.system(), goes_on=goes_on)


def recover_errands() -> None:
    """What somebody began and did not end, and what stumbled, is ready again."""
    from kith.upkeep.errands import recover

    recover()


def forget_errands() -> None:
    """What was done a week ago."""
    from kith.upkeep.actions import errands

    errands.prune(now=clock.now())


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


def run_forever(stop: threading.Event, todo: list[Job], holder: str = "") -> None:
    """Does each job at its time until told to stop; what is under way is finished first."""
    wall = Wall()
    while not stop.wait(SECOND):
        note_jump(wall.jumped())
        for job in todo:
            if stop.is_set():
                return
            job.do_if_due(time.monotonic(), lambda: not stop.is_set(), holder)


def note_jump(seconds: float) -> None:
    """An administrator is told that the machine's time was set. Jobs go on: they wait by the other clock."""
    from kith.upkeep.actions import beats

    if not seconds:
        return
    log.error("The clock of this machine jumped by %d seconds.", seconds)
    try:
        beats.note_jump(seconds=seconds, now=clock.now())
    except DatabaseError:
        log.error("That it jumped could not be kept.")


def recover_at_start() -> None:
    """What a clock that was killed on this machine had begun is ready at once."""
    from kith.upkeep.errands import recover

    try:
        recover(at_start=True)
    except DatabaseError as problem:
        log.error("Errands could not be looked at (%s); it is done later.", type(problem).__name__)


def main() -> None:
    """Starts Django and runs until SIGTERM, SIGINT, or until the process that started this one has gone."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")
    import django

    django.setup()
    lines.begin()
    from kith.upkeep.errands import new_holder

    stop, holder = threading.Event(), new_holder()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    end_with_parent()
    recover_at_start()
    run_forever(stop, jobs(holder), holder)


if __name__ == "__main__":
    main()
