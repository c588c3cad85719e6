"""Writes `docs/benchmarks.md`: every figure that was kept, part by part, with its command and sizes."""

from pathlib import Path

from benchmarks.neighbourhood import ROOT
from benchmarks.rows import Measured, Row, shown

TABLE = ROOT / "docs" / "benchmarks.md"
BEGINS = """# What was measured

Written by `make bench`; one part of it by `python -m benchmarks PART`. Every figure is a ratio or a count. A time only
stands beside one, as it belongs to the machine it was taken on. What missed its bar says so.

More of the run of several machines is in [the cluster](benchmarks/cluster.md); what was taken by hand, and how it came
about, is in [notes](benchmarks/by-hand.md). How sizes are made: `python -m benchmarks.town --help`.
"""
HEAD = ("| what | figure | bar | beside it | sizes | command |", "| --- | --- | --- | --- | --- | --- |")


def write(parts: dict[str, Measured], titles: dict[str, str], place: Path = TABLE) -> None:
    """Parts in the order of their titles; one that was never run is named as that."""
    told = [BEGINS, *(_part(title, parts.get(name), name) for name, title in titles.items())]
    place.write_text("\n".join(told))


def _part(title: str, part: Measured | None, name: str) -> str:
    if part is None:
        return f"## {title}\n\nNot run yet: `python -m benchmarks {name}`.\n"
    taken = f"Taken on {part.on} in {part.seconds} seconds: {part.machine}."
    lines = [f"## {title}", "", taken, *([f"Not run: {part.not_run}"] if part.not_run else []), ""]
    drawing = TABLE.parent / "benchmarks" / f"{name}.svg"
    lines += [f"![{title}, drawn](benchmarks/{name}.svg)", ""] if drawing.exists() else []
    return "\n".join([*lines, *HEAD, *map(_line, part.rows), ""])


def _line(row: Row) -> str:
    bar = f"{row.bar}: missed" if row.is_missed else row.bar
    return f"| {row.name} | {shown(row.figure)} {row.unit} | {bar} | {row.beside} | {row.sizes} | `{row.how}` |"
