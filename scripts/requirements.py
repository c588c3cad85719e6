"""Shows which rows of docs/requirements.md are shown by tests: `python -m scripts.requirements`.

A test says what it shows with `@pytest.mark.shows("S17")`. Nothing is run and nothing is written.
"""
# ruff: noqa: T201 - printing is what this is for

import contextlib
import io
import re
import sys
from collections import defaultdict
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROW = re.compile(r"^\W*(S\d{1,3})\b", re.MULTILINE)


class Shown:
    """Collects, while pytest gathers the tests, the rows that each of them names."""

    def __init__(self) -> None:
        self.tests: dict[str, set[str]] = defaultdict(set)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        for item in items:
            for mark in item.iter_markers("shows"):
                for row in mark.args:
                    self.tests[row].add(item.nodeid.partition("[")[0])


def rows() -> list[str]:
    """Every row of docs/requirements.md, in order."""
    return list(dict.fromkeys(ROW.findall((ROOT / "docs" / "requirements.md").read_text())))


def collect() -> tuple[Shown, int, str]:
    """The rows that tests name, pytest's exit code and what it said."""
    shown, said = Shown(), io.StringIO()
    with contextlib.redirect_stdout(said):
        words = ["--collect-only", "-p", "no:cacheprovider", str(ROOT / "tests")]
        code = pytest.main(words, plugins=[shown])
    return shown, code, said.getvalue()


def main() -> int:
    shown, code, said = collect()
    if code:
        print(said[-4000:])
        return 1
    known = rows()
    for row in known:
        if tests := sorted(shown.tests.get(row, ())):
            print(f"{row:5} {tests[0]}" + "".join(f"\n      {test}" for test in tests[1:]))
    print(f"{len(set(known) & set(shown.tests))} of {len(known)} shown")
    unknown = sorted(set(shown.tests) - set(known))
    if unknown:
        print(f"Not in docs/requirements.md: {', '.join(unknown)}")
    return 1 if unknown else 0


if __name__ == "__main__":
    sys.exit(main())
