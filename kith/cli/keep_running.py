"""Keeps several processes running side by side until told to stop, and ends them by their own ids."""

import logging
import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field, replace

log = logging.getLogger("kith.serve")
PATIENCE = 30.0  # seconds that a process has for ending what it is doing
LOOK_EVERY = 0.2
PAUSE_BEFORE_AGAIN, LONGEST_PAUSE = 1.0, 60.0
RUNS_WELL_AFTER = 60.0  # seconds; one that ends sooner is waited for longer and longer
_ENDINGS = (signal.SIGTERM, signal.SIGINT)


@dataclass
class Child:
    """A process of ours. Its output goes into the one log."""

    name: str
    command: list[str]
    process: subprocess.Popen | None = field(default=None)
    again_at: float = 0.0
    started_at: float = 0.0
    pause: float = PAUSE_BEFORE_AGAIN
    keeps_open: tuple[int, ...] = ()  # what it is handed of ours, such as the port it answers on
    begins_afresh: list[str] = field(default_factory=list)  # what another that takes its place begins with

    def start(self) -> None:
        self.started_at = time.monotonic()
        # A group of its own: Ctrl-C reaches only the parent, which then ends everybody in order.
        environment = os.environ | {"KITH_PARENT": str(os.getpid())}
        self.process = subprocess.Popen(  # noqa: S603 - our own commands, never anybody's words
            self.command,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            process_group=0,
            env=environment,
            pass_fds=self.keeps_open,
        )

    @property
    def ended(self) -> bool:
        return self.process is None or self.process.poll() is not None

    def end(self) -> None:
        if self.process is not None and not self.ended:
            self.process.terminate()

    def wait(self, seconds: float) -> None:
        if self.process is None:
            return
        try:
            self.process.wait(max(seconds, 0.0))
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Relay:
    """One that runs, and now and then another that takes its place: the first goes once the second answers, so that
    nobody is turned away between them. One that does not come to answer takes nobody's place."""

    def __init__(self, runs: Child) -> None:
        self.runs = runs
        self.comes: Child | None = None
        self.leaving: list[Child] = []
        self.asked, self.is_ready = threading.Event(), threading.Event()

    @property
    def everybody(self) -> tuple[Child, ...]:
        return tuple(filter(None, (self.runs, self.comes, *self.leaving)))

    def goes_on(self) -> bool:
        """The next beat of it. Whether the place was taken just now."""
        self.leaving = [child for child in self.leaving if not child.ended]
        if self.comes is None:
            self._begin_if_asked()
        elif self.comes.ended:
            log.error("A new %s process did not come to answer; the one before goes on.", self.runs.name)
            self.comes = None
        elif self.is_ready.is_set():
            self.runs.end()
            self.leaving.append(self.runs)
            self.runs, self.comes = self.comes, None
            log.info("A new %s process answers.", self.runs.name)
            return True
        return False

    def _begin_if_asked(self) -> None:
        if not self.asked.is_set():
            return
        self.asked.clear()
        self.is_ready.clear()
        if not self.runs.begins_afresh:  # it answers nobody, so nobody misses it
            self.runs.end()
            self.runs.wait(PATIENCE)
            self.runs.start()
        else:
            self.comes = replace(self.runs, command=[*self.runs.begins_afresh, *self.runs.command], process=None)
            self.comes.start()


def keep_running(*, needed: Child, started_again: tuple[Child, ...] = ()) -> int:
    """Until SIGTERM or SIGINT (gives 0), or until `needed` ends by itself (gives 1). SIGHUP has another take its
    place, unless a terminal that was closed sends it."""
    told_to_stop, relay = threading.Event(), Relay(needed)
    for number in _ENDINGS:
        signal.signal(number, lambda *_: told_to_stop.set())
    signal.signal(signal.SIGHUP, lambda *_: told_to_stop.set() if sys.stdin.isatty() else relay.asked.set())
    signal.signal(signal.SIGUSR1, lambda *_: relay.is_ready.set())
    try:
        for child in (needed, *started_again):
            child.start()
        while not told_to_stop.wait(LOOK_EVERY) and not relay.runs.ended:
            if relay.goes_on():
                _end_all(started_again)  # they are started again at once, as what they are now
                for child in started_again:
                    child.start()
            for child in started_again:
                _start_again_if_ended(child)
    finally:
        _end_all((*relay.everybody, *started_again))
    if told_to_stop.is_set():
        return 0
    print(f"The {needed.name} process ended by itself, so Kith stopped.", file=sys.stderr)
    return 1


def _start_again_if_ended(child: Child) -> None:
    if not child.ended:
        child.again_at = 0.0
    elif not child.again_at:
        ran_well = time.monotonic() - child.started_at >= RUNS_WELL_AFTER
        child.pause = PAUSE_BEFORE_AGAIN if ran_well else min(child.pause, LONGEST_PAUSE)
        log.warning("The %s process ended; it is started again in %g s.", child.name, child.pause)
        child.again_at, child.pause = time.monotonic() + child.pause, child.pause * 2
    elif time.monotonic() >= child.again_at:
        child.again_at = 0.0
        child.start()


def _end_all(children: tuple[Child, ...]) -> None:
    for child in children:
        child.end()
    last_moment = time.monotonic() + PATIENCE
    for child in children:
        child.wait(last_moment - time.monotonic())
