"""Shows which rows of docs/requirements.md are shown by tests: `python -m scripts.requirements`.

A test says what it shows with `@pytest.mark.shows("S17")`. A row that no test shows has a line that says why.
Nothing is run and nothing is written.
"""
# ruff: noqa: T201 - printing is what this is for

import contextlib
import io
import re
import sys
from collections import defaultdict
from collections.abc import Collection, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROW = re.compile(r"^\| (S\d+|Q-\d+) \|", re.MULTILINE)
LINE = re.compile(r"^\| (S\d+|Q-\d+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
LINES = "## What no test shows"
MISSING, IN_PART, OTHERWISE = {"not built yet", "no test can show it"}, "in part", "decided otherwise"
A_DECISION = re.compile(r"\b\d{4}\b")


class Shown:
    """Collects, while pytest gathers the tests, the rows that each of them names."""

    def __init__(self) -> None:
        self.tests: dict[str, set[str]] = defaultdict(set)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        for item in items:
            for mark in item.iter_markers("shows"):
                for row in mark.args:
                    self.tests[row].add(item.nodeid.partition("[")[0])


def read(words: str) -> tuple[list[str], list[tuple[str, str, str]]]:
    """Every row in order, and the lines on those that no test shows: row, how it stands, why."""
    told, _, lines = words.partition(LINES)
    return ROW.findall(told), LINE.findall(lines)


def decisions() -> set[str]:
    return {path.name[:4] for path in (ROOT / "docs" / "decisions").glob("[0-9]*.md")}


def faults(words: str, shown: Collection[str], decided: Collection[str]) -> Iterator[str]:
    """Sentences about rows and lines that do not fit what tests show."""
    known, lines = read(words)
    standing = {row: stands for row, stands, _ in lines}
    yield from (f"{row} is not in docs/requirements.md" for row in sorted({*shown, *standing} - set(known)))
    yield from (f"{row} stands there twice" for row in sorted(set(known)) if known.count(row) > 1)
    yield from (f"{row} has two lines" for row in standing if [line[0] for line in lines].count(row) > 1)
    for row in known:
        if row not in standing and row not in shown:
            yield f"{row} has no test and no line that says why"
    for row, stands, why in lines:
        yield from _of_a_line(row, stands, is_shown=row in shown, names=set(A_DECISION.findall(why)) & set(decided))


def _of_a_line(row: str, stands: str, *, is_shown: bool, names: Collection[str]) -> Iterator[str]:
    if stands not in MISSING | {IN_PART, OTHERWISE}:
        yield f"{row} stands in a way that is not known: {stands}"
    if stands in MISSING and is_shown:
        yield f"{row} is shown by a test, and its line says: {stands}"
    if stands == IN_PART and not is_shown:
        yield f"{row} is said to be shown in part, and no test shows it"
    if stands == OTHERWISE and not names:
        yield f"{row} was decided otherwise, and its line names no decision that is there"


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
    words = (ROOT / "docs" / "requirements.md").read_text()
    known, lines = read(words)
    for row in known:
        if tests := sorted(shown.tests.get(row, ())):
            print(f"{row:5} {tests[0]}" + "".join(f"\n      {test}" for test in tests[1:]))
    print("\n".join(f"{row:5} {stands}: {why}" for row, stands, why in lines))
    print(f"{len(set(known) & set(shown.tests))} of {len(known)} shown, {len(lines)} with a line of their own")
    wrong = list(faults(words, shown.tests, decisions()))
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
