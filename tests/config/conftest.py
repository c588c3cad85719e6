"""What stands in the log, as the handler of the settings writes it."""

import io
import json
import logging
from collections.abc import Iterator

import pytest

from kith.config.log import Lines
from kith.config.log_lines import KNOWN


class Logged:
    """Every line of the log so far."""

    def __init__(self, stream: io.StringIO):
        self.stream = stream

    @property
    def words(self) -> str:
        return self.stream.getvalue()

    @property
    def lines(self) -> list[dict]:
        """Each is one event, and holds nothing that is not on the list."""
        found = [json.loads(line) for line in self.words.splitlines()]
        assert all(set(line) <= set(KNOWN) for line in found)
        return found


@pytest.fixture
def logged(monkeypatch) -> Iterator[Logged]:
    """Written as JSON, whatever this run looks at, and of every request."""
    monkeypatch.setenv("KITH_LOG", "json")
    handler = next(each for each in logging.getLogger().handlers if isinstance(each.formatter, Lines))
    stream = io.StringIO()
    monkeypatch.setattr(handler, "stream", stream)
    requests = logging.getLogger("kith.requests")
    before = requests.level
    requests.setLevel(logging.INFO)
    yield Logged(stream)
    requests.setLevel(before)
