"""Keeps several processes running side by side until told to stop, and ends them by their own ids."""

import logging
import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field

log = logging.getLogger("kith.serve")
PATIENCE = 30.0  # seconds that a process has for ending what it is doing
LOOK_EVERY = 0.2
PAUSE_BEFORE_AGAIN, LONGEST_PAUSE = 1.0, 60.0
RUNS_WELL_AFTER = 60.0  # seconds; one that ends sooner is waited for longer and longer
_ENDINGS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


@dataclass
class Child:
    """A process of ours. Its output goes into the one log."""

    name: str
    command: list[str]
    process: subprocess.Popen | None = field(default=None)
    again_at: float = 0.0
    started_at: float = 0.0
    pause: float = PAUSE_BEFORE_AGAIN

    def start(self) -> None:
        self.started_at = time.monotonic()
        # A group of its own: Ctrl-C reaches only the parent, which then ends everybody in order.
        environment = os.environ | {"KITH_PARENT": str(os.getpid())}
        self.process = subprocess.Popen(  # noqa: S603 - our own commands, never anybody's words
            self.command, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, process_group=0, env=environment
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


def keep_running(*, needed: Child, started_again: tuple[Child, ...] = ()) -> int:
    """Until SIGTERM or SIGINT (gives 0), or until `needed` ends by itself (gives 1)."""
    told_to_stop = threading.Event()
    for number in _ENDINGS:
        signal.signal(number, lambda *_: told_to_stop.set())
    children = (needed, *started_again)
    try:
        for child in children:
            child.start()
        while not told_to_stop.wait(LOOK_EVERY) and not needed.ended:
            for child in started_again:
                _start_again_if_ended(child)
    finally:
        _end_all(children)
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
