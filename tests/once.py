"""What takes long to make is made once a run: the first of all processes to ask makes it, and the others wait."""

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest


def shared_by_all(factory: pytest.TempPathFactory) -> Path:
    """A folder that every process of this run knows."""
    own = factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def made_once(shared: Path, name: str, make: Callable[[Path], None]) -> Path:
    """The folder of this name in the shared one: whole, or not there yet."""
    folder, being_made = shared / name, shared / f"{name}-being-made"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            make(being_made)
            being_made.rename(folder)
    return folder
