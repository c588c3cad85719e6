"""Every fault that is told of has a test, and no test breaks what is told of nowhere."""

import re
from pathlib import Path

from tests.faults.table import ROWS, table

TESTS = Path(__file__).parents[1]
MARK = re.compile(r"pytest\.mark\.fault\(([^)]*)\)")


def test_each_has_a_test_or_says_why_it_has_none():
    files = [file.read_text() for file in TESTS.rglob("test_*.py")]
    marked = {row for text in files for rows in MARK.findall(text) for row in re.findall(r"F-\d\d", rows)}
    untested = {row for row, words in ROWS.items() if "not_here" in words}
    assert marked | untested == set(ROWS) and not marked & untested
    assert list(ROWS) == [f"F-{number:02}" for number in range(1, 33)]


def test_what_failed_is_told_as_no():
    told = {"row": "F-01", "test": "test_x", "file": "x.py", "database": "sqlite", "told": "3 lost"}
    written = table([told | {"outcome": "failed"}, told | {"outcome": "passed"}])
    assert "| **no** | – |" in written and "- F-01. SQLite: 3 lost" in written
