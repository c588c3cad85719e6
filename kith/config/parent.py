"""Nobody is left behind: what `kith serve` started ends when `kith serve` has gone, however it went."""

import ctypes
import os
import signal
import sys

_PR_SET_PDEATHSIG = 1  # Linux, prctl(2): the signal that a process is sent when its parent ends


def end_with_parent() -> None:
    """From now on this process is told to end when the one that started it ends. On Linux only."""
    if not sys.platform.startswith("linux"):
        return
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
    started_by = os.environ.get("KITH_PARENT")
    if started_by and int(started_by) != os.getppid():  # it had gone before we asked
        os.kill(os.getpid(), signal.SIGTERM)


def tell_that_we_answer() -> None:
    """Whoever has this process take another's place waits to hear it."""
    if started_by := os.environ.get("KITH_PARENT"):
        os.kill(int(started_by), signal.SIGUSR1)
