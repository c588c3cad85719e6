"""Writes `docs/scaling.md`: the words of `scaling.txt`, with the last figures that were measured in their places."""

import re
from pathlib import Path

from benchmarks.neighbourhood import ROOT
from benchmarks.rows import Measured, Row, shown

WORDS, PAGE = Path(__file__).with_name("scaling.txt"), ROOT / "docs" / "scaling.md"
PLACE = re.compile(r"\{([^{}|]+)\|(figure|beside)\}")  # {the name of a row|which of its fields}
NOT_YET = "_to be run_"


def write(parts: dict[str, Measured], place: Path = PAGE) -> None:
    """What nothing was measured for says so."""
    rows = {row.name: row for part in parts.values() for row in part.rows}
    place.write_text(PLACE.sub(lambda found: _told(rows.get(found[1]), found[2]), WORDS.read_text()))


def _told(row: Row | None, field: str) -> str:
    if row is None:
        return NOT_YET
    return shown(row.figure) if field == "figure" else row.beside
