"""A Kith that is up to date and empty, copied for every test that wants one of its own."""

import shutil
from pathlib import Path

import pytest

from tests.cli.running import kith
from tests.once import made_once, shared_by_all


def empty_install(factory: pytest.TempPathFactory, into: Path) -> Path:
    """What `kith migrate` makes of this folder."""
    made = made_once(shared_by_all(factory), "empty-install", _migrated)
    return shutil.copytree(made, into, dirs_exist_ok=True)


def _migrated(folder: Path) -> None:
    done = kith(folder, "migrate")
    assert done.returncode == 0, done.stderr
