"""The clock begins what is due at night in a process of its own, and never two."""

from datetime import UTC, datetime

import pytest

from kith.access import clock
from kith.config import of_keeping
from kith.config.clock import never_stops

NIGHT = datetime(2026, 11, 26, 2, 5, tzinfo=UTC)


class Begun:
    """A process that goes on until it is told to end."""

    def __init__(self, command, **how):
        self.command, self.environment, self.ended = command, how["env"], None

    def poll(self):
        return self.ended


@pytest.fixture
def begun(db, monkeypatch):
    made: list[Begun] = []
    monkeypatch.setattr(of_keeping, "_begun", [])
    monkeypatch.setattr(
        of_keeping.subprocess, "Popen", lambda *told, **how: made.append(Begun(*told, **how)) or made[-1]
    )
    return made


def look(at: datetime) -> None:
    with clock.at(at):
        of_keeping.look_after_what_is_kept(never_stops)


def test_it_is_begun_at_night_and_once(begun):
    look(NIGHT.replace(hour=12))
    assert begun == []
    look(NIGHT)
    look(NIGHT.replace(minute=10))
    assert [each.command[1:] for each in begun] == [["-m", "kith.config.keeping"]]
    assert "KITH_PARENT" in begun[0].environment  # it ends when the clock does
    begun[0].ended = -9
    look(NIGHT.replace(minute=15))
    assert len(begun) == 2  # ended before it had begun anything
