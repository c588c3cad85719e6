"""The web server that people get, started for a measurement and ended by its own id."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.neighbourhood import ROOT
from benchmarks.soak import processes_below

PATIENCE = 60
TICKS = os.sysconf("SC_CLK_TCK")
KITH = ("--config", "python:kith.config.web", "kith.config.wsgi")
BARE = ("--worker-class", "sync", "--preload", "--log-level", "warning", "django.core.wsgi:get_wsgi_application()")


def spare_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


class Server:
    """One that answers."""

    def __init__(self, pid: int, port: int):
        self.pid, self.port = pid, port

    @property
    def everybody(self) -> list[int]:
        return [self.pid, *processes_below(self.pid)]

    def processor_seconds(self) -> float:
        """What all of its processes have used so far."""
        return sum(_used(pid) for pid in self.everybody)

    def own_mb(self) -> list[float]:
        """Memory of each process that it shares with no other."""
        return [_own_mb(pid) for pid in self.everybody]


def _used(pid: int) -> float:
    told = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / TICKS


def _own_mb(pid: int) -> float:
    told = dict(line.split(":", 1) for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:])
    return sum(int(told[name].split()[0]) for name in ("Private_Clean", "Private_Dirty")) / 1000


@contextmanager
def answering(
    words: tuple[str, ...] = KITH,
    *,
    workers: int = 2,
    asks: str = "/healthz",
    python: str = sys.executable,
    **more: str,
) -> Iterator[Server]:
    """Two processes that answer, as two processors are usual."""
    port = spare_port()
    command = [python, "-m", "gunicorn", *words, "--bind", f"127.0.0.1:{port}", "--workers", "2"]
    process = subprocess.Popen(command, cwd=ROOT, env=os.environ | more, stdout=sys.stderr)  # noqa: S603 - ourselves
    try:
        wait_for(f"http://127.0.0.1:{port}{asks}")
        yield Server(process.pid, port)
    finally:
        process.terminate()
        process.wait(PATIENCE)


def wait_for(address: str) -> None:
    last_moment = time.monotonic() + PATIENCE
    while time.monotonic() < last_moment:
        try:
            urllib.request.urlopen(address, timeout=5).close()  # noqa: S310 - an address of ours
            return
        except urllib.error.HTTPError:
            return  # it answers
        except OSError:
            time.sleep(0.1)
    raise SystemExit("It does not answer.")
