"""Makes `docs/assurance/faults.md` of what a run wrote down: `python -m tests.faults.table TOLD [FILE]`."""

import json
import sys
import tomllib
from pathlib import Path

ROWS = tomllib.loads((Path(__file__).parent / "rows.toml").read_text())
DATABASES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
HEAD = """# What was broken on purpose, and what happened

Written by `make soak`, which runs every test that is named here, on this machine alone. Do not change it by hand.

| row | what is broken | what has to happen | SQLite | PostgreSQL |
| --- | --- | --- | --- | --- |
"""


def table(told: list[dict]) -> str:
    """One row for each fault, and below it what was seen and what the tests do not reach."""
    lines = [_row(row, words, [each for each in told if each["row"] == row]) for row, words in ROWS.items()]
    seen = [_seen(row, told) for row in ROWS]
    left = [f"- {row}: {words['more']}." for row, words in ROWS.items() if "more" in words]
    parts = [HEAD + "\n".join(lines), "## What was seen", *filter(None, seen), "## What it does not reach", *left]
    return "\n".join(f"\n{part}\n" if part.startswith("##") else part for part in parts) + "\n"


def _row(row: str, words: dict, told: list[dict]) -> str:
    cells = [_cell([each for each in told if each["database"] == database]) for database in DATABASES]
    return f"| {row} | {words['fault']} | {words['wants']} | {' | '.join(cells)} |"


def _cell(told: list[dict]) -> str:
    if any(each["outcome"] == "failed" for each in told):
        return "**no**"
    held = sum(each["outcome"] == "passed" for each in told)
    return f"held, {held} {'test' if held == 1 else 'tests'}" if held else "–"


def _seen(row: str, told: list[dict]) -> str:
    said = [f"{DATABASES[each['database']]}: {each['told']}" for each in told if each["row"] == row and each["told"]]
    return f"- {row}. {'; '.join(said)}." if said else ""


def main(told: str, to: str = "docs/assurance/faults.md") -> None:
    """Reads what was told, and writes the page."""
    Path(to).write_text(table([json.loads(line) for line in Path(told).read_text().splitlines()]))


if __name__ == "__main__":
    main(*sys.argv[1:])
