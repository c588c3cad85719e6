"""Few libraries, each with a line that says why; the locks pin every one by hash."""

import re

import pytest

from tests.architecture.source import ROOT

REQUIREMENTS = ROOT / "requirements"
LOCKS = ("bootstrap", "kith", "meaning", "dev", "audit")


def asked_for(name: str) -> set[str]:
    lines = (REQUIREMENTS / f"{name}.in").read_text().splitlines()
    return {re.match(r"[\w.-]+", line)[0].lower() for line in lines if line and line[0] not in "-#"}


def locked(name: str) -> dict[str, str]:
    pins = re.findall(r"^([\w.-]+)(?:\[[\w,-]+\])?==([^\s;\\]+)", (REQUIREMENTS / f"{name}.lock").read_text(), re.M)
    return {library.lower(): version for library, version in pins}


def test_every_dependency_says_why():
    rows = re.findall(r"^\| `([\w.-]+)` \|", (ROOT / "docs" / "dependencies.md").read_text(), re.M)
    assert sorted(rows) == sorted(set().union(*map(asked_for, LOCKS)))


@pytest.mark.parametrize("name", LOCKS)
def test_everything_is_locked_by_hash(name):
    words = (REQUIREMENTS / f"{name}.lock").read_text()
    assert asked_for(name) <= set(locked(name))
    assert all("--hash=sha256:" in entry for entry in re.split(r"\n(?=\w)", words.strip()))
    assert "://" not in words


def test_what_is_tested_is_what_runs():
    """The lock for testing holds the very versions of the lock for running."""
    assert locked("kith").items() <= locked("dev").items()
