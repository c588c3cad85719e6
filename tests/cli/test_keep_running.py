"""A process beside the web that keeps ending is waited for longer and longer, so that the log stays readable."""

import sys

import pytest

from kith.cli import keep_running
from kith.cli.keep_running import Child


@pytest.fixture
def told(monkeypatch) -> dict[str, float]:
    """A clock that a test moves on."""
    told = {"now": 1000.0}
    monkeypatch.setattr(keep_running.time, "monotonic", lambda: told["now"])
    return told


def test_pauses_grow_to_a_minute_and_are_short_again_after_it_ran_well(told, caplog):
    child, pauses = Child("door", [sys.executable, "-c", ""]), []
    child.start()
    for ran in (1, 1, 1, 1, 1, 1, 1, 1, 600):
        child.process.wait()
        told["now"] += ran
        keep_running._start_again_if_ended(child)
        pauses.append(child.again_at - told["now"])
        told["now"] = child.again_at
        keep_running._start_again_if_ended(child)
    child.process.wait()
    assert pauses == [1, 2, 4, 8, 16, 32, 60, 60, 1]
    assert len(caplog.messages) == len(pauses)
