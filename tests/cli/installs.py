"""A Kith that is up to date and empty, copied for every test that wants one of its own."""

import shutil
from pathlib import Path

import pytest

from tests.laid_out import folder_laid_out


def empty_install(factory: pytest.TempPathFactory, into: Path) -> Path:
    """What `kith migrate` makes of this folder."""
    return shutil.copytree(folder_laid_out(factory), into, dirs_exist_ok=True)
