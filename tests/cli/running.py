"""Runs the real command in a data folder of its own, as a person at a keyboard would."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120.0  # seconds: a machine may have much else to do


def environment(folder: Path, **more: str) -> dict[str, str]:
    """Nothing of the test run's own settings, this data folder, and the Kith beside these tests."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("KITH_", "DJANGO_"))}
    return kept | {"KITH_DATA_DIR": str(folder), "PYTHONPATH": str(ROOT)} | more


def command(*words: str) -> list[str]:
    return [sys.executable, "-P", "-m", "kith", *words]


def kith(folder: Path, *words: str, **more: str) -> subprocess.CompletedProcess:
    """Runs one command to its end."""
    return subprocess.run(
        command(*words),
        env=environment(folder, **more),
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,  # the exit code is what the tests look at
    )


def spare_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


def health(port: int) -> str:
    """What /healthz says, or an empty string when nobody answers."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=PATIENCE) as answer:
            return json.load(answer)["status"]
    except OSError:
        return ""


def until(is_so: Callable[[], object], *, seconds: float = PATIENCE) -> bool:
    """Whether it became so in time."""
    last_moment = time.monotonic() + seconds
    while time.monotonic() < last_moment:
        if is_so():
            return True
        time.sleep(0.05)
    return False


def children_of(parent: int) -> dict[int, str]:
    """The processes that this one started: their ids, and their command lines."""
    found = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                is_child = int((entry / "stat").read_text().rpartition(")")[2].split()[1]) == parent
                if is_child:
                    found[int(entry.name)] = (entry / "cmdline").read_text().replace("\0", " ")
            except OSError:  # it ended while we looked
                continue
    return found


def is_running(number: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{number}/status").read_text()
    except OSError:
        return False
