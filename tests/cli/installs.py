"""A Kith that is up to date and empty: made once a run, and copied for every test that wants one of its own."""

import fcntl
import os
import shutil
from pathlib import Path

import pytest

from tests.cli.running import kith


def empty_install(factory: pytest.TempPathFactory, into: Path) -> Path:
    """What `kith migrate` makes of this folder; the first of all processes to ask makes it, and the others wait."""
    own = factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    with (shared / "empty-install.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "empty-install").exists():
            done = kith(shared / "being-made", "migrate")
            assert done.returncode == 0, done.stderr
            (shared / "being-made").rename(shared / "empty-install")
    return shutil.copytree(shared / "empty-install", into, dirs_exist_ok=True)
