"""One figure that was measured, and where all are kept: beside the table, so that it can be made part by part."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.neighbourhood import ROOT

KEPT = ROOT / "docs" / "benchmarks" / "measured.json"


@dataclass(frozen=True)
class Row:
    """`figure` is a ratio or a count; a time never stands alone, but may stand `beside` it."""

    name: str
    figure: float
    unit: str  # "times", "queries", "bytes": what it is a number of, and beside what
    how: str  # the command that measures it
    sizes: str
    beside: str = ""
    least: float | None = None
    most: float | None = None

    @property
    def bar(self) -> str:
        if self.least is not None:
            return f"at least {shown(self.least)}"
        return f"at most {shown(self.most)}" if self.most is not None else ""

    @property
    def is_missed(self) -> bool:
        """Whether it has a bar and does not hold it."""
        below = self.least is not None and self.figure < self.least
        return below or (self.most is not None and self.figure > self.most)


@dataclass(frozen=True)
class Measured:
    """What one part found, when, and on what."""

    on: str
    machine: str
    seconds: int
    rows: tuple[Row, ...]
    not_run: str = ""


def shown(number: float) -> str:
    """Few digits: none is more certain than the machine is quiet."""
    if number == int(number):
        return f"{int(number):,}"
    return f"{number:,.0f}" if number >= 100 else f"{number:.3g}"


def kept(place: Path = KEPT) -> dict[str, Measured]:
    """What every part found the last time it was run."""
    if not place.exists():
        return {}
    told = json.loads(place.read_text())
    return {name: Measured(**part | {"rows": tuple(Row(**row) for row in part["rows"])}) for name, part in told.items()}


def keep(parts: dict[str, Measured], place: Path = KEPT) -> None:
    """All of it, in a form in which a change shows line by line."""
    told = {name: asdict(parts[name]) for name in sorted(parts)}
    place.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n")
